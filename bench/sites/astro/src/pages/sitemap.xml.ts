import { getCollection } from "astro:content";
import site from "../site.json";
export async function GET() {
  const all = await getCollection("pages");
  const body = all.map((a) => `<url><loc>${site.base}/${a.id}/</loc><lastmod>${a.data.date.toISOString().slice(0, 10)}</lastmod></url>`).join("\n");
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${body}\n</urlset>\n`);
}

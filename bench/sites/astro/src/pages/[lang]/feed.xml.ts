import { getCollection } from "astro:content";
import site from "../../site.json";
const esc = (s) => s.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
export async function getStaticPaths() { return site.langs.map((lang) => ({ params: { lang } })); }
export async function GET({ params }) {
  const items = (await getCollection("pages", (e) => e.id.startsWith(params.lang + "/")))
    .sort((a, b) => b.data.date - a.data.date).slice(0, 20);
  const body = items.map((a) => `<item><title>${esc(a.data.title)}</title><link>${site.base}/${a.id}/</link><guid>${site.base}/${a.id}/</guid><pubDate>${a.data.date.toUTCString()}</pubDate><description>${esc(a.rendered?.html ?? "")}</description></item>`).join("\n");
  return new Response(`<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Integratie</title><link>${site.base}/${params.lang}/</link><description>Integratie</description>\n${body}\n</channel></rss>\n`);
}

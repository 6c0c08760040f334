import { readFileSync } from "node:fs";
import { EleventyRenderPlugin } from "@11ty/eleventy";
const site = JSON.parse(readFileSync("./site.json", "utf8"));
const PER = 20;
const chunks = (a) => { const out = []; for (let i = 0; i < a.length; i += PER) out.push(a.slice(i, i + PER)); return out; };
function listPages(items, lang, base, heading) {
  const parts = chunks(items);
  const url = (n) => (n === 0 ? base : base + "page/" + (n + 1) + "/");
  return parts.map((part, n) => ({ lang, heading, url: url(n), items: part, number: n + 1, total: parts.length,
    prev: n > 0 ? url(n - 1) : null, next: n + 1 < parts.length ? url(n + 1) : null }));
}
export default function (cfg) {
  cfg.addGlobalData("site", site);
  cfg.addPassthroughCopy({ static: "." });
  const byDate = (a, b) => b.date - a.date;
  cfg.addCollection("all_lists", (api) => {
    const out = [];
    for (const lang of site.langs) {
      const items = api.getFilteredByGlob("content/" + lang + "/*.md").sort(byDate);
      out.push(...listPages(items, lang, "/" + lang + "/", "Integratie"));
      const cats = new Map();
      for (const it of items) { const c = it.data.category; if (!cats.has(c)) cats.set(c, []); cats.get(c).push(it); }
      for (const [c, list] of [...cats].sort()) out.push(...listPages(list, lang, "/" + lang + "/category/" + c + "/", c));
    }
    return out;
  });
  cfg.addCollection("feeds", (api) => site.langs.map((lang) => ({ lang,
    items: api.getFilteredByGlob("content/" + lang + "/*.md").sort(byDate).slice(0, 20) })));
  cfg.addCollection("articles", (api) => api.getFilteredByGlob("content/*/*.md"));
  cfg.addFilter("iso", (d) => d.toISOString());
  cfg.addFilter("day", (d) => d.toISOString().slice(0, 10));
  cfg.addFilter("rtl", (l) => site.rtl.includes(l));
  return { dir: { input: ".", includes: "_includes", output: "_site" }, markdownTemplateEngine: false,
           htmlTemplateEngine: "njk" };
}

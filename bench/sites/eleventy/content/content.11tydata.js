export default { layout: "article.njk", permalink: (d) => `/${d.lang}/${d.slug}/index.html` };

// The ladder by eleventy-img, with its cache: node eleventy.mjs FOLDER OUTPUT
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
const found = createRequire(`${process.env.PEERS_NODE}/`).resolve("@11ty/eleventy-img");
const { default: Image } = await import(pathToFileURL(found));

const [folder, outputDir] = process.argv.slice(2);
await Promise.all(
  readdirSync(folder).sort().map((file) =>
    Image(`${folder}/${file}`, {
      widths: [320, 640, 1024, 1600, 2048],
      formats: ["avif", "webp", "jpeg"],
      outputDir,
    }),
  ),
);

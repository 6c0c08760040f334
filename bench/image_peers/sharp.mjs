// The ladder by sharp: node sharp.mjs FOLDER OUTPUT PRESET; photo by photo, as its guide shows.
import { readdirSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
const sharp = createRequire(`${process.env.PEERS_NODE}/`)("sharp");

const WIDTHS = [320, 640, 1024, 1600, 2048];
const PRESETS = {
  defaults: { avif: {}, webp: {}, jpeg: {} },
  // The settings of our `fast`: speed 9 is effort 0.
  fast: {
    avif: { quality: 58, effort: 0, chromaSubsampling: "4:2:0" },
    webp: { quality: 76, effort: 2 },
    jpeg: { quality: 76 },
  },
};
const [folder, output, preset] = process.argv.slice(2);
mkdirSync(output, { recursive: true });
for (const file of readdirSync(folder).sort()) {
  const stem = file.replace(/\.[^.]+$/, "");
  const jobs = [];
  for (const [format, options] of Object.entries(PRESETS[preset]))
    for (const width of WIDTHS)
      jobs.push(
        sharp(`${folder}/${file}`)
          .autoOrient()
          .resize({ width, withoutEnlargement: true })
          [format](options)
          .toFile(`${output}/${stem}-${width}.${format}`),
      );
  await Promise.all(jobs);
}

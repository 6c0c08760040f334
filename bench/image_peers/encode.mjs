// Encode one picture by sharp at many qualities: node encode.mjs FILE OUTPUT FORMAT QUALITY...
// Prints the CPU seconds of each, the median of three.
import { createRequire } from "node:module";
const sharp = createRequire(`${process.env.PEERS_NODE}/`)("sharp");
sharp.concurrency(1);

const [file, output, format, ...qualities] = process.argv.slice(2);
const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
const raw = { width: info.width, height: info.height, channels: info.channels };
const spent = {};
for (const quality of qualities) {
  const times = [];
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    await sharp(data, { raw })[format]({ quality: +quality }).toFile(`${output}-${quality}`);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1e6);
  }
  spent[quality] = times.sort((a, b) => a - b)[1];
}
console.log(JSON.stringify(spent));

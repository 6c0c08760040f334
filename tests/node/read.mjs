// Read a vCard or CSV from standard input and write it as JSON, by libraries that share no code
// with those that wrote it: node read.mjs vcard|csv
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import Papa from "papaparse";

const text = readFileSync(0, "utf8");
const readers = {
  csv: () => Papa.parse(text, { header: true, skipEmptyLines: true }),
  json: () => JSON.parse(text),
  vcard: () => ICAL.parse(text),
};
process.stdout.write(JSON.stringify(readers[process.argv[2]]()));

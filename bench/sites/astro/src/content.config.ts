import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
const pages = defineCollection({
  loader: glob({ pattern: "*/*.md", base: "./content" }),
  schema: z.object({ title: z.string(), date: z.coerce.date(), category: z.string(), tags: z.array(z.string()), summary: z.string() }),
});
export const collections = { pages };

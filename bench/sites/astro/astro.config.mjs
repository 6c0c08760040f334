import { defineConfig } from "astro/config";
export default defineConfig({ site: "https://integratie.example.org", trailingSlash: "always" });

// Bundles styles, fonts and scripts into wwwroot/lib. Everything is self-hosted.
import { build } from "esbuild";
import { copyFile, mkdir, rm } from "node:fs/promises";

const outdir = "../wwwroot/lib";
await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
await build({
  entryPoints: ["designsystemet.css", "site.css", "site.ts", "api.ts"],
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "esm",
  target: "es2022",
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  outdir,
  logLevel: "warning",
});
await copyFile("node_modules/swagger-ui-dist/swagger-ui.css", `${outdir}/swagger-ui.css`);

import type { Language } from "../text/text.js";
import { html, type Markup } from "./escape.js";
import { STYLE } from "./style.js";

/** A whole page in one file: no script, nothing fetched from anywhere. */
export const page = (language: Language, title: string, body: Markup, style = STYLE): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.markup;

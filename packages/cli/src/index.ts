export type { ExitCode } from "./exit.js";
export { formHtml } from "./html/form.js";
export type { Io, Output } from "./io.js";
export { indicatorsHtml, type PageNote } from "./report/indicators-html.js";
export { run } from "./run.js";
export { LANGUAGES, type Language } from "./text/text.js";

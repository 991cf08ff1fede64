export type { ExitCode } from "./exit.js";
export { formHtml } from "./html/form.js";
export type { Io, Output } from "./io.js";
export { indicatorsHtml } from "./report/indicators.js";
export type { PageNote } from "./report/sheet-html.js";
export { run } from "./run.js";
export { domainMessage } from "./text/domain-errors.js";
export type { DomainError } from "./text/errors/messages.js";
export { LANGUAGES, type Language, type Text } from "./text/text.js";

export { anyCommand, anyCommandOf, anyCommands, type CommandsOptions } from "./commands.js";
export { anyEvent, anyEventOf, anyEvents } from "./events.js";
export { anyHistory } from "./history.js";
export { type Played, play } from "./play.js";
export { anyPolicy } from "./policy.js";
export { anyDue, anyInstant, anyLocalDate, anyPersonal, anyTerm, LOADED_YEARS, type Span } from "./values.js";

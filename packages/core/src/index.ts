export * from "./calendar/index.js";
export * from "./dossier/index.js";
export * from "./kpi/index.js";
export * from "./number/dossier-code.js";
export * from "./personal/personal.js";
export * from "./policy/index.js";
export * from "./time/index.js";

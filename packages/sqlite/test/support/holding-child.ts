// Holds a file for some milliseconds, for writing or as a reader of an old state, and says when it has it.
import { writeSync } from "node:fs";
import Database from "better-sqlite3";

const [file = "", milliseconds = "0", as = "writer"] = process.argv.slice(2);

const connection = new Database(file);
connection.exec(as === "writer" ? "BEGIN IMMEDIATE" : "BEGIN; SELECT count(*) FROM events");
writeSync(1, "held\n");
setTimeout(() => connection.exec("ROLLBACK"), Number(milliseconds));

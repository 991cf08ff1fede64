// Holds a file's write lock for some milliseconds, and says when it has it.
import { writeSync } from "node:fs";
import Database from "better-sqlite3";

const [file = "", milliseconds = "0"] = process.argv.slice(2);

const connection = new Database(file);
connection.exec("BEGIN IMMEDIATE");
writeSync(1, "held\n");
setTimeout(() => connection.exec("ROLLBACK"), Number(milliseconds));

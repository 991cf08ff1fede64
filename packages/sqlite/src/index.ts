export type { BackupOptions } from "./backup.js";
export { type BackupError, type BackupFailed, type BackupRefused, isBackupError } from "./backup-errors.js";
export type { Backup } from "./copy-log.js";
export type { DoctorOptions } from "./doctor.js";
export { openSqliteEventStore } from "./open.js";
export type {
  AppendTransaction,
  CommitsInline,
  CommitsInThread,
  SqliteConnection,
  SqliteFile,
  SqliteOptions,
  SqliteStatement,
  SqliteValue,
  WriterHooks,
} from "./options.js";
export { openSqliteProcessStore, type SqliteProcessesOptions } from "./processes/open.js";
export type { SqliteEventStore } from "./store.js";
export { openSqliteViewStore, type SqliteViewsOptions } from "./views/open.js";

export type { BackupOptions } from "./backup.js";
export { type BackupError, type BackupFailed, type BackupRefused, isBackupError } from "./backup-errors.js";
export type { Backup } from "./copy-log.js";
export type { DoctorOptions, Finding } from "./doctor.js";
export { openSqliteEventStore } from "./open.js";
export {
  isOpenError,
  type OpenError,
  type StoreForeign,
  type StoreMissing,
  type StoreNewer,
  type StoreReadOnly,
} from "./open-errors.js";
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
export type { SqliteEventStore } from "./store.js";

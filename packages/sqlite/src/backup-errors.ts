import { type AccessDenied, errorGuard, type StoreDamaged, type StoreUnavailable } from "@motcua/event-store";

/** Why there is no backup: its file, or the log that was to be copied. */
export type BackupError = BackupRefused | BackupFailed | AccessDenied | StoreUnavailable | StoreDamaged;

/** The backup was not begun; nothing was written. */
export interface BackupRefused {
  readonly code: "BackupRefused";
  /** The name that was asked for. */
  readonly file: string;
  /**
   * - `"exists"`: there is such a file already, or, where it was to be replaced, one that is no log;
   * - `"inUse"`: it is the log itself, or a file beside it (`-wal`, `-journal`) belongs to a log that is open or was left;
   * - `"noFolder"`: the folder is missing;
   * - `"notWritable"`: this process may not write there.
   */
  readonly reason: "exists" | "inUse" | "noFolder" | "notWritable";
}

/** The backup was not finished; nothing stands under the name that was asked for. */
export interface BackupFailed {
  readonly code: "BackupFailed";
  readonly file: string;
  /**
   * - `"disk"`: the disk is full or broken, or a limit on the size of files was reached;
   * - `"unsound"`: the copy did not pass its check; the log itself may be damaged, which its doctor tells;
   * - `"stopped"`: the signal asked for it;
   * - `"failed"`: in another way, which `detail` names.
   */
  readonly reason: "disk" | "unsound" | "stopped" | "failed";
  readonly detail: string;
  readonly cause: unknown;
}

/** Tells why there is no backup from any other value. */
export const isBackupError = errorGuard<BackupError>({
  BackupRefused: true,
  BackupFailed: true,
  AccessDenied: true,
  StoreUnavailable: true,
  StoreDamaged: true,
});

/** What the file system answered for a target, as an error of the backup. */
export const targetError = (file: string, cause: unknown): BackupRefused | BackupFailed => {
  const reason = REASONS[codeOf(cause)];
  if (reason !== undefined) return { code: "BackupRefused", file, reason };
  const ofTheDisk = ["ENOSPC", "EDQUOT", "EFBIG", "EIO"].includes(codeOf(cause));
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { code: "BackupFailed", file, reason: ofTheDisk ? "disk" : "failed", detail, cause };
};

const REASONS: Readonly<Record<string, BackupRefused["reason"]>> = {
  EEXIST: "exists",
  ENOENT: "noFolder",
  ENOTDIR: "noFolder",
  EACCES: "notWritable",
  EPERM: "notWritable",
  EROFS: "notWritable",
};

/** The name of the system's error, such as `ENOSPC`. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";

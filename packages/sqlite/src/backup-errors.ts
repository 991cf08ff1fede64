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

import type { BackupError, BackupFailed, BackupRefused } from "@motcua/sqlite";
import { answerIsNo, type Failure, requestIsWrong, storeRefuses } from "../exit.js";
import { storeFailure } from "./failures.js";
import type { Text } from "./text.js";

/** Why a log was not backed up, and what to do. */
export const backupFailure = (url: string, error: BackupError): Failure => {
  switch (error.code) {
    case "BackupRefused":
      return requestIsWrong(REFUSED[error.reason](error.file));
    case "BackupFailed": {
      const message = FAILED[error.reason](error, url);
      const answered = error.reason === "stopped" || error.reason === "unsound";
      return answered ? answerIsNo(message) : storeRefuses(message, error.cause);
    }
    default:
      return storeFailure(url, error);
  }
};

/** How a log is backed up that is in no SQLite file; `undefined` where it is in one, or the URL names nothing known. */
export const backUpOtherwise = (url: string | undefined): Text | undefined =>
  OTHERWISE[/^[a-z0-9+]+(?=:)/i.exec(url ?? "")?.[0].toLowerCase() ?? ""];

export const ONLY_SQLITE: Text = {
  en: "backup copies a log in a SQLite file. Copy another log with motcua copy --from URL --to sqlite:FILE.",
  vi: "backup chỉ sao lưu sổ trong tệp SQLite. Với sổ khác, hãy dùng motcua copy --from URL --to sqlite:FILE.",
};

const OF_THE_SERVER: Text = {
  en: `${ONLY_SQLITE.en} Or use the server's own backup.`,
  vi: `${ONLY_SQLITE.vi} Hoặc dùng công cụ sao lưu của máy chủ.`,
};

const OTHERWISE: Readonly<Record<string, Text>> = {
  memory: {
    en: "A log in memory is gone with its process: there is nothing to back up. Give --store sqlite:./centre.db.",
    vi: "Sổ trong bộ nhớ mất khi tiến trình kết thúc: không có gì để sao lưu. Hãy cho --store sqlite:./centre.db.",
  },
  postgres: OF_THE_SERVER,
  postgresql: OF_THE_SERVER,
  esdb: OF_THE_SERVER,
  "esdb+discover": OF_THE_SERVER,
  kurrentdb: OF_THE_SERVER,
  "kurrentdb+discover": OF_THE_SERVER,
};

const REFUSED: Readonly<Record<BackupRefused["reason"], (file: string) => Text>> = {
  exists: (file) => ({
    en: `${file}: there is such a file already. Name another, or give --replace where it is an earlier backup.`,
    vi: `${file}: đã có tệp này. Hãy chọn tên khác, hoặc thêm --replace nếu đó là bản sao lưu trước.`,
  }),
  inUse: (file) => ({
    en: `${file}: that is the log itself, or a log that is open or was not closed (${file}-wal). Name another file.`,
    vi: `${file}: đó chính là sổ, hoặc một sổ đang mở hay chưa đóng (${file}-wal). Hãy chọn tệp khác.`,
  }),
  noFolder: (file) => ({
    en: `${file}: its folder is missing. Make it, or name another file.`,
    vi: `${file}: không có thư mục đó. Hãy tạo thư mục, hoặc chọn tệp khác.`,
  }),
  notWritable: (file) => ({
    en: `${file}: you may not write there. Give yourself the right to, or name another file.`,
    vi: `${file}: bạn không được ghi vào đó. Hãy cấp quyền, hoặc chọn tệp khác.`,
  }),
};

const FAILED: Readonly<Record<BackupFailed["reason"], (error: BackupFailed, url: string) => Text>> = {
  disk: ({ file, detail }) => ({
    en: `${file}: the disk is full or broken (${detail}); nothing was left there. Free some space, or name another disk.`,
    vi: `${file}: đĩa đầy hoặc hỏng (${detail}); không để lại gì. Hãy giải phóng chỗ, hoặc chọn đĩa khác.`,
  }),
  unsound: ({ file, detail }, url) => ({
    en: `${file}: the copy did not pass its check (${detail}) and was removed. Ask motcua doctor --deep --store ${url}.`,
    vi: `${file}: bản sao không qua kiểm tra (${detail}) và đã bị xóa. Hãy chạy motcua doctor --deep --store ${url}.`,
  }),
  stopped: ({ file }) => ({
    en: `${file}: stopped; nothing was left there. Run it again.`,
    vi: `${file}: đã dừng; không để lại gì. Hãy chạy lại.`,
  }),
  failed: ({ file, detail }) => ({
    en: `${file}: the copy could not be made (${detail}); nothing was left there. Try again, or name another file.`,
    vi: `${file}: không sao lưu được (${detail}); không để lại gì. Hãy thử lại, hoặc chọn tệp khác.`,
  }),
};

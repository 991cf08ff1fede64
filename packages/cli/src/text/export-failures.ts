import { answerIsNo, type Failure, requestIsWrong, storeRefuses } from "../exit.js";
import type { FileNotWritten } from "../output/whole-file.js";

/** Why a log was not written to a file, and what to do. */
export const exportFailure = ({ file, reason, detail, cause }: FileNotWritten): Failure => {
  switch (reason) {
    case "noFolder":
      return requestIsWrong({
        en: `${file}: its folder is missing. Make it, or name another file.`,
        vi: `${file}: không có thư mục đó. Hãy tạo thư mục, hoặc chọn tệp khác.`,
      });
    case "notWritable":
      return requestIsWrong({
        en: `${file}: you may not write there. Give yourself the right to, or name another file.`,
        vi: `${file}: bạn không được ghi vào đó. Hãy cấp quyền, hoặc chọn tệp khác.`,
      });
    case "noFile":
      return requestIsWrong({
        en: `${file}: is there already, and is no file. Name another, or - for standard output.`,
        vi: `${file}: đã có và không phải là tệp. Hãy chọn tên khác, hoặc - để ghi ra đầu ra chuẩn.`,
      });
    case "disk":
      return storeRefuses(
        {
          en: `${file}: the disk is full or broken (${detail}); nothing was left there. Free some space, or name another disk.`,
          vi: `${file}: đĩa đầy hoặc hỏng (${detail}); không để lại gì. Hãy giải phóng chỗ, hoặc chọn đĩa khác.`,
        },
        cause,
      );
    case "stopped":
      return answerIsNo({
        en: `${file}: stopped; nothing was left there. Run it again.`,
        vi: `${file}: đã dừng; không để lại gì. Hãy chạy lại.`,
      });
    case "failed":
      return storeRefuses(
        {
          en: `${file}: could not be written (${detail}); nothing was left there. Try again, or name another file.`,
          vi: `${file}: không ghi được (${detail}); không để lại gì. Hãy thử lại, hoặc chọn tệp khác.`,
        },
        cause,
      );
  }
};

/** The file that was to be written is the log, or a part of it. */
export const exportOverLog = (file: string): Failure =>
  requestIsWrong({
    en: `${file}: that is the log itself. Name another file.`,
    vi: `${file}: đó chính là sổ. Hãy chọn tệp khác.`,
  });

/** A format that is no text has no place on standard output. */
export const exportNoText = (format: string): Failure =>
  requestIsWrong({
    en: `--out -: ${format} is no text. Name a file.`,
    vi: `--out -: ${format} không phải là văn bản. Hãy chọn một tệp.`,
  });

/** Only tables have rows to choose. */
export const exportNoTable = (format: string): Failure =>
  requestIsWrong({
    en: `--rows: ${format} is no table. Leave it out, or choose csv or parquet.`,
    vi: `--rows: ${format} không phải là bảng. Hãy bỏ tùy chọn này, hoặc chọn csv hay parquet.`,
  });

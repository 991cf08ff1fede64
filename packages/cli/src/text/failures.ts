import {
  type EventNotUnderstood,
  type EventNotValid,
  type EventStoreError,
  type HandlingError,
  isEventStoreError,
  type OpenError,
} from "@motcua/event-store";
import type { ImportFault, LogHoldsOther } from "@motcua/interchange";
import { type Failure, requestIsWrong, storeRefuses } from "../exit.js";
import { domainMessage } from "./domain-errors.js";
import { faultInVietnamese } from "./errors/faults.js";
import type { DomainError } from "./errors/messages.js";
import type { Text } from "./text.js";

/** Why a log could not be opened, and what to do. */
export const openFailure = (file: string, error: OpenError): Failure => {
  switch (error.code) {
    case "StoreMissing":
      return storeRefuses({
        en: `${file}: there is no such log. A command that writes makes one: motcua simulate, motcua import.`,
        vi: `${file}: không có sổ này. Lệnh ghi sẽ tạo sổ: motcua simulate, motcua import.`,
      });
    case "StoreForeign":
      return storeRefuses({
        en: `${file}: not a motcua log (${error.detail}). It was left as it is; name another file.`,
        vi: `${file}: không phải sổ của motcua (${error.detail}). Tệp được giữ nguyên; hãy chọn tệp khác.`,
      });
    case "StoreNewer":
      return storeRefuses({
        en: `${file}: written by a newer release (schema ${error.schema}, known here: ${error.known}). Update motcua.`,
        vi: `${file}: do phiên bản mới hơn ghi (lược đồ ${error.schema}, ở đây biết: ${error.known}). Hãy cập nhật motcua.`,
      });
    case "StoreReadOnly":
      return storeRefuses({
        en: `${file}: may not be written. Give yourself the right to write it and its folder, or name another file.`,
        vi: `${file}: không được phép ghi. Hãy cấp quyền ghi tệp và thư mục, hoặc chọn tệp khác.`,
      });
    case "AccessDenied":
      return storeRefuses(accessDenied(file, error.detail), error.cause);
    default:
      return storeRefuses(
        {
          en: `${file}: the log cannot be opened: ${error.detail}`,
          vi: `${file}: không mở được sổ: ${error.detail}`,
        },
        error.cause,
      );
  }
};

/** Why a log refused an append or a read. */
export const storeFailure = (url: string, error: EventStoreError | EventNotUnderstood): Failure => {
  switch (error.code) {
    case "VersionConflict":
    case "EventIdReused":
      return storeRefuses({
        en: `${url}: stream ${error.stream} already holds something else. Use a log of its own for this.`,
        vi: `${url}: luồng ${error.stream} đã có nội dung khác. Hãy dùng một sổ riêng cho việc này.`,
      });
    case "EventRefused":
      return requestIsWrong({
        en: `an event of ${error.stream} cannot be stored: ${error.reason} at ${error.path}`,
        vi: `không lưu được sự kiện của ${error.stream}: ${error.reason} tại ${error.path}`,
      });
    case "EventNotUnderstood":
      return storeRefuses({
        en: `${url}: ${error.stream} version ${error.version} (${error.type}) cannot be read: ${error.faults.join("; ")}`,
        vi: `${url}: không đọc được ${error.stream} phiên bản ${error.version} (${error.type}): ${error.faults.join("; ")}`,
      });
    case "CursorRefused":
      return storeRefuses({
        en: `${url}: the place ${error.cursor} is not of this log`,
        vi: `${url}: vị trí ${error.cursor} không thuộc sổ này`,
      });
    case "QueryRefused":
      return requestIsWrong({ en: error.detail, vi: error.detail });
    case "AccessDenied":
      return storeRefuses(accessDenied(url, error.detail), error.cause);
    default:
      return storeRefuses(
        { en: `${url}: ${error.detail}. Try again.`, vi: `${url}: ${error.detail}. Hãy thử lại.` },
        error.cause,
      );
  }
};

const accessDenied = (where: string, detail: string): Text => ({
  en: `${where}: you may not do that there (${detail}). Give other credentials, or ask whoever runs the store for the right.`,
  vi: `${where}: bạn không có quyền làm việc đó (${detail}). Hãy dùng tài khoản khác, hoặc xin quyền nơi quản lý kho.`,
});

/** Why what was asked was not recorded. `id` names whom it was asked of; nothing has been written. */
export const askingFailure = (url: string, id: string, error: DomainError | HandlingError): Failure => {
  if (isEventStoreError(error) || error.code === "EventNotUnderstood") return storeFailure(url, error);
  if (error.code === "SealingFailed")
    return storeRefuses(
      { en: `${id}: personal fields cannot be sealed`, vi: `${id}: không niêm phong được dữ liệu cá nhân` },
      error.cause,
    );
  const { en, vi } = error.code === "EventNotValid" ? notValid(error) : domainMessage(error);
  return requestIsWrong({ en: `${id}: ${en}`, vi: `${id}: ${vi}` });
};

/** The schemas let no open personal field pass: until a key store is set up there is nothing to seal it with. */
const notValid = ({ type, faults }: EventNotValid): Text => {
  const open = faults.filter((fault) => fault.endsWith(": must be sealed before it is stored"));
  const fields = open.map((fault) => fault.slice(0, fault.indexOf(":"))).join(", ");
  return open.length > 0
    ? {
        en: `personal text cannot be stored in clear (${fields}), and no key store is set up to seal it. Leave it out, or give it sealed.`,
        vi: `không được lưu dữ liệu cá nhân dạng rõ (${fields}), và chưa có kho khóa để niêm phong. Hãy bỏ đi, hoặc gửi dạng đã niêm phong.`,
      }
    : {
        en: `${type} cannot be recorded: ${faults.join("; ")}. Correct the command.`,
        vi: `không ghi được ${type}: ${faults.map(faultInVietnamese).join("; ")}. Hãy sửa lệnh.`,
      };
};

/** Why a file was not imported: its name, the place, what was expected and what was there. */
export const importFailure = (fault: ImportFault): Failure => {
  const { file, line, column, expected, found } = fault;
  const place = [line === null ? "" : `:${line}`, fault.character === undefined ? "" : `:${fault.character}`].join("");
  const at = column === undefined ? "" : ` ${column}:`;
  return requestIsWrong({
    en: `${file}${place}:${at} expected ${expected}, found ${found}. Nothing was imported.`,
    vi: `${file}${place}:${at} cần ${expected}, nhưng gặp ${found}. Chưa nhập gì.`,
  });
};

/** The same of a log that was taken for one of motcua's own; one of another kind shows in its first line. */
export const ownImportFailure = (fault: ImportFault): Failure => {
  const failure = importFailure(fault);
  if (fault.line !== 1 || fault.code !== "Malformed") return failure;
  const { en, vi } = failure.message;
  return requestIsWrong({
    en: `${en} A legacy log, XES or CSV, needs --map or --preset.`,
    vi: `${vi} Nhật ký của hệ thống khác, dạng XES hay CSV, cần có --map hoặc --preset.`,
  });
};

/** A namespace that is none, or that nothing would use. */
export const namespaceRefused = (hasMap: boolean): Failure =>
  requestIsWrong(
    hasMap
      ? {
          en: "--namespace: expected 1 to 64 letters, digits, '.', '_' or '-'. Nothing was imported.",
          vi: "--namespace: cần 1 đến 64 chữ cái, chữ số, '.', '_' hoặc '-'. Chưa nhập gì.",
        }
      : {
          en: "--namespace goes with --map. Nothing was imported.",
          vi: "--namespace chỉ dùng cùng --map. Chưa nhập gì.",
        },
  );

/** The log is not the one that the file has. */
export const holdsOther = (url: string, { file, line, given, found }: LogHoldsOther): Failure => {
  const [here, there] = [given, found].map(({ stream, version, type, id }) => `${stream} ${version} ${type} (${id})`);
  return storeRefuses({
    en: `${url}: holds something else than ${file}: where line ${line} has ${here}, the log has ${there}. It was left as it is; import into a log of its own.`,
    vi: `${url}: có nội dung khác với ${file}: tại dòng ${line} là ${here}, còn trong sổ là ${there}. Sổ được giữ nguyên; hãy nhập vào một sổ riêng.`,
  });
};

/** A fault of a command in Vietnamese: the place stays as it is, what is expected there is said again. */
export const faultInVietnamese = (fault: string): string => {
  const colon = fault.indexOf(": ");
  const [place, said] = [fault.slice(0, colon + 2), fault.slice(colon + 2)];
  if (said.startsWith(UNKNOWN)) return `${place}không có ở đây; được dùng: ${said.slice(UNKNOWN.length)}`;
  if (said === LEFT_OUT) return `${place}phải bỏ đi, hoặc có giá trị`;
  if (said.startsWith(ONE_OF)) return `${place}phải là một trong ${said.slice(ONE_OF.length)}`;
  if (!said.startsWith(MUST_BE)) return fault;
  const expected = said.slice(MUST_BE.length);
  return `${place}phải là ${EXPECTED.get(expected) ?? expected}`;
};

const UNKNOWN = "is not known here; known: ";
const LEFT_OUT = "must be left out, or have a value";
const ONE_OF = "must be one of ";
const MUST_BE = "must be ";

/** Values of a vocabulary are not among them: they are written the same in any language. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ["string", "chuỗi ký tự"],
  ["number", "số"],
  ["boolean", "true hoặc false"],
  ["a list", "danh sách"],
  ["an object", "đối tượng"],
  ["a whole number", "số nguyên"],
  ["whole milliseconds, from year 1 to 9999", "số mili giây nguyên, từ năm 1 đến năm 9999"],
  ["a date that exists, YYYY-MM-DD", "ngày có thật, YYYY-MM-DD"],
  ["a quarter, YYYY-Q1 to YYYY-Q4", "quý, từ YYYY-Q1 đến YYYY-Q4"],
  ["a subject with either an open or a sealed text", "chủ thể kèm một văn bản mở hoặc đã niêm phong"],
]);

import type { ScoreIndex } from "@motcua/core";
import type { Text } from "../text/text.js";

/** What an index is called, and in Vietnamese what is divided by what: in English the report itself says so. */
interface Names {
  readonly name: Text;
  readonly numerator: string;
  readonly denominator: string;
}

const names = (en: string, vi: string, numerator: string, denominator: string): Names => ({
  name: { en, vi },
  numerator,
  denominator,
});

export const INDEX_NAMES: Readonly<Record<ScoreIndex, Names>> = {
  1: names("total time", "tổng thời gian", "điểm thời gian so với thời hạn theo luật", "hồ sơ được chấm"),
  2: names("agencies' time", "thời gian từng cơ quan", "điểm thời gian từng cơ quan", "phần việc được chấm"),
  3: names("contacts", "số lần liên hệ", "điểm số lần liên hệ", "hồ sơ được chấm"),
  4: names("agencies contacted", "số nơi liên hệ", "điểm số nơi liên hệ", "hồ sơ được chấm"),
  5: names(
    "at the one-stop",
    "tại Một cửa",
    "thủ tục tiếp nhận, thẩm định, trình phê duyệt tại Một cửa",
    "thủ tục đang có hiệu lực",
  ),
  6: names("publicity", "công khai", "thủ tục niêm yết và công khai điện tử", "thủ tục đang có hiệu lực"),
  7: names("attitude", "thái độ", "điểm đúng hạn và không bị phản ánh", "hồ sơ được chấm"),
  8: names("petitions", "phản ánh", "phản ánh trả lời đúng hạn", "phản ánh phải trả lời"),
  9: names("online", "trực tuyến", "hồ sơ tiếp nhận trực tuyến", "hồ sơ tiếp nhận"),
};

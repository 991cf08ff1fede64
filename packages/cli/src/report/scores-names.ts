import type { ScoreIndex } from "@motcua/core";
import { type RatioNames, ratioNames } from "./ratio-names.js";

export const INDEX_NAMES: Readonly<Record<ScoreIndex, RatioNames>> = {
  1: ratioNames("total time", "tổng thời gian", "điểm thời gian so với thời hạn theo luật", "hồ sơ được chấm"),
  2: ratioNames("agencies' time", "thời gian từng cơ quan", "điểm thời gian từng cơ quan", "phần việc được chấm"),
  3: ratioNames("contacts", "số lần liên hệ", "điểm số lần liên hệ", "hồ sơ được chấm"),
  4: ratioNames("agencies contacted", "số nơi liên hệ", "điểm số nơi liên hệ", "hồ sơ được chấm"),
  5: ratioNames(
    "at the one-stop",
    "tại Một cửa",
    "thủ tục tiếp nhận, thẩm định, trình phê duyệt tại Một cửa",
    "thủ tục đang có hiệu lực",
  ),
  6: ratioNames("publicity", "công khai", "thủ tục niêm yết và công khai điện tử", "thủ tục đang có hiệu lực"),
  7: ratioNames("attitude", "thái độ", "điểm đúng hạn và không bị phản ánh", "hồ sơ được chấm"),
  8: ratioNames("petitions", "phản ánh", "phản ánh trả lời đúng hạn", "phản ánh phải trả lời"),
  9: ratioNames("online", "trực tuyến", "hồ sơ tiếp nhận trực tuyến", "hồ sơ tiếp nhận"),
};

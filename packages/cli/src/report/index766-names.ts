import type { Group766, Indicator766Id } from "@motcua/core";
import type { Text } from "../text/text.js";
import { type RatioNames, ratioNames } from "./ratio-names.js";

export const GROUP_NAMES: Readonly<Record<Group766, Text>> = {
  publicity: { en: "publicity", vi: "công khai, minh bạch" },
  progress: { en: "progress", vi: "tiến độ giải quyết" },
  onlineServices: { en: "online services", vi: "dịch vụ công trực tuyến" },
  onlinePayment: { en: "online payment", vi: "thanh toán trực tuyến" },
  digitisation: { en: "digitisation", vi: "số hóa hồ sơ" },
  satisfaction: { en: "satisfaction", vi: "mức độ hài lòng" },
};

export const INDICATOR_NAMES: Readonly<Record<Indicator766Id, RatioNames>> = {
  "1.1": ratioNames("announced in time", "công bố đúng hạn", "thủ tục công bố đúng hạn", "thủ tục công bố trong kỳ"),
  "1.2": ratioNames(
    "made public in time",
    "công khai đúng hạn",
    "thủ tục công khai đúng hạn",
    "thủ tục phải công khai",
  ),
  "1.3": ratioNames("public in full", "công khai đầy đủ", "thủ tục đủ các bộ phận", "thủ tục đã công khai"),
  "1.4": ratioNames("sent to the portal", "đồng bộ hồ sơ", "hồ sơ đã đồng bộ", "hồ sơ tiếp nhận"),
  "2.1": ratioNames(
    "on time",
    "trước hạn, đúng hạn",
    "hồ sơ kết thúc đúng hạn hoặc đang xử lý trong hạn",
    "hồ sơ tiếp nhận, xử lý",
  ),
  "2.2": ratioNames(
    "average days",
    "số ngày giải quyết trung bình",
    "ngày từ tiếp nhận đến giải quyết xong, trừ thời gian bổ sung",
    "hồ sơ đã giải quyết",
  ),
  "3.1": ratioNames(
    "procedures online",
    "thủ tục trực tuyến",
    "thủ tục cung cấp trực tuyến (mức độ 3, 4)",
    "thủ tục đang có hiệu lực",
  ),
  "3.2": ratioNames(
    "online procedures used",
    "dịch vụ có hồ sơ",
    "thủ tục trực tuyến có hồ sơ trực tuyến",
    "thủ tục trực tuyến",
  ),
  "3.3": ratioNames("dossiers online", "hồ sơ trực tuyến", "hồ sơ tiếp nhận trực tuyến", "hồ sơ tiếp nhận"),
  "3.5": ratioNames(
    "procedures payable online",
    "thủ tục thanh toán trực tuyến",
    "thủ tục có thể thanh toán trên Cổng quốc gia",
    "thủ tục có phí, lệ phí",
  ),
  "3.6": ratioNames(
    "paid online",
    "hồ sơ thanh toán trực tuyến",
    "hồ sơ thanh toán trực tuyến",
    "hồ sơ có nghĩa vụ tài chính",
  ),
  "4.1": ratioNames("electronic results", "kết quả điện tử", "hồ sơ có kết quả điện tử", "hồ sơ"),
  "4.2": ratioNames("dossiers digitised", "số hóa hồ sơ", "hồ sơ được số hóa", "hồ sơ"),
  "4.3": ratioNames("data used again", "tái sử dụng dữ liệu", "hồ sơ dùng lại dữ liệu số hóa", "hồ sơ"),
  "4.4": ratioNames("shared for use again", "chia sẻ dữ liệu", "hồ sơ số hóa được chia sẻ", "hồ sơ"),
  "4.5a": ratioNames(
    "procedures with population data",
    "thủ tục dùng dữ liệu dân cư",
    "thủ tục kết nối dữ liệu dân cư",
    "thủ tục của người dân",
  ),
  "4.5b": ratioNames(
    "dossiers with population data",
    "hồ sơ dùng dữ liệu dân cư",
    "hồ sơ dùng dữ liệu dân cư",
    "hồ sơ",
  ),
  "5.1": ratioNames(
    "petitions by class",
    "phản ánh theo phân loại",
    "phản ánh phân loại về hành vi hoặc quy định",
    "phản ánh tiếp nhận",
  ),
  "5.2": ratioNames(
    "petitions in time",
    "tiến độ xử lý phản ánh",
    "phản ánh trả lời đúng hạn hoặc đang xử lý trong hạn",
    "phản ánh đã trả lời hoặc đang xử lý, có thời hạn",
  ),
  "5.3": ratioNames(
    "content with answers",
    "hài lòng về xử lý phản ánh",
    "phản ánh không quá hạn, không bị phản ánh lại",
    "phản ánh tiếp nhận",
  ),
  "5.4": ratioNames(
    "content with dossiers",
    "hài lòng về giải quyết thủ tục",
    "hồ sơ, trừ hồ sơ quá hạn, trừ hồ sơ bị phản ánh hoặc không hài lòng",
    "hồ sơ tiếp nhận, xử lý",
  ),
};

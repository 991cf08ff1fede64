import type { CatalogueFigures, CatalogueReport } from "@motcua/core";
import { DATE_COUNTED, dateCounted } from "./date-counted.js";
import { figuresOf } from "./figure.js";
import type { Sheet } from "./sheet.js";

const figure = figuresOf<CatalogueFigures>();
const ofTotal = figuresOf<CatalogueReport["total"]>();

/** How people read the report `catalogue`. */
export const CATALOGUE: Sheet<CatalogueFigures, CatalogueReport["total"]> = {
  title: { en: "Catalogue", vi: "Danh mục thủ tục" },
  heading: { en: "The procedures and what is promised of them", vi: "Danh mục thủ tục hành chính" },
  remark: (report, language) => dateCounted((report as CatalogueReport).date)[language],
  figures: [
    figure("procedures", "count", "procedures in force", "thủ tục đang có hiệu lực", (f) => f.procedures),
    figure("agencies", "count", "agencies that decide", "cơ quan giải quyết", (f) => f.agencies),
    figure("sameDay", "count", "same day", "trong ngày", (f) => f.sameDay),
    figure("shortened", "count", "term shortened", "rút ngắn thời hạn", (f) => f.shortened),
    figure("onlineLevel34", "count", "online level 3 or 4", "trực tuyến mức độ 3, 4", (f) => f.onlineLevel34),
    figure("online.whole", "count", "wholly online", "dịch vụ công toàn trình", (f) => f.online.whole),
    figure("online.partial", "count", "partly online", "dịch vụ công một phần", (f) => f.online.partial),
    figure("fourOnSpot", "count", "all four steps at the centre", "4 tại chỗ", (f) => f.fourOnSpot),
    figure("versions", "count", "versions", "phiên bản", (f) => f.versions),
    figure("repealed", "count", "repealed", "đã bãi bỏ", (f) => f.repealed),
    figure("rates.sameDay", "rate", "same day, of procedures", "trong ngày / thủ tục", (f) => f.rates.sameDay),
    figure("rates.shortened", "rate", "shortened, of procedures", "rút ngắn / thủ tục", (f) => f.rates.shortened),
    figure(
      "rates.onlineLevel34",
      "rate",
      "level 3 or 4, of procedures",
      "mức độ 3, 4 / thủ tục",
      (f) => f.rates.onlineLevel34,
    ),
    figure(
      "rates.fourOnSpot",
      "rate",
      "all at the centre, of procedures",
      "4 tại chỗ / thủ tục",
      (f) => f.rates.fourOnSpot,
    ),
  ],
  ofTotal: [ofTotal("wards", "count", "wards and communes", "phường, xã", (f) => f.wards)],
  columns: ["procedures", "sameDay", "shortened", "onlineLevel34", "fourOnSpot", "repealed"],
  cards: ["procedures", "agencies", "wards", "sameDay", "shortened", "onlineLevel34"],
  definitions: [
    DATE_COUNTED,
    [
      { en: "In force", vi: "Đang có hiệu lực" },
      {
        en: "A version has begun by that date, and no repeal since.",
        vi: "Đến ngày đó đã có phiên bản có hiệu lực và chưa bị bãi bỏ.",
      },
    ],
    [
      { en: "Agencies", vi: "Cơ quan" },
      {
        en: "Those that decide at least one procedure; one that only does a step is not counted.",
        vi: "Cơ quan giải quyết ít nhất một thủ tục; cơ quan chỉ thực hiện một bước không tính.",
      },
    ],
    [
      { en: "Same day", vi: "Trong ngày" },
      {
        en: "Declared to be solved on the day of reception; no regulation defines the clock of that.",
        vi: "Được công bố giải quyết ngay trong ngày tiếp nhận; chưa có quy định về cách tính giờ.",
      },
    ],
    [
      { en: "Shortened", vi: "Rút ngắn" },
      {
        en: "With an announced term that is less than the legal one of that date.",
        vi: "Thời hạn công bố ngắn hơn thời hạn theo luật của ngày đó.",
      },
    ],
    [
      { en: "Online", vi: "Trực tuyến" },
      {
        en: "Levels by Decree 43/2011/NĐ-CP, art. 3.4. Whole and partial are their names since Decree 42/2022/NĐ-CP, and 0 before; its day and which level is partial are from general knowledge.",
        vi: "Mức độ theo Nghị định 43/2011/NĐ-CP, Điều 3.4. Toàn trình, một phần là tên gọi từ Nghị định 42/2022/NĐ-CP, trước đó bằng 0; ngày áp dụng và mức tương ứng với một phần theo hiểu biết chung.",
      },
    ],
    [
      { en: "All four at the centre", vi: "4 tại chỗ" },
      {
        en: "Received, appraised, approved and delivered at the centre (Circular 01/2018/TT-VPCP, art. 6).",
        vi: "Tiếp nhận, thẩm định, phê duyệt, trả kết quả tại trung tâm (Thông tư 01/2018/TT-VPCP, Điều 6).",
      },
    ],
  ],
};

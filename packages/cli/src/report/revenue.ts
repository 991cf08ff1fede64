import type { RevenueFigures, RevenueReport } from "@motcua/core";
import { figuresOf } from "./figure.js";
import { settlementsTable } from "./settlements.js";
import type { Sheet } from "./sheet.js";

const figure = figuresOf<RevenueFigures>();

/** How people read the report `revenue`. */
export const REVENUE: Sheet<RevenueFigures> = {
  title: { en: "Revenue", vi: "Thu phí, lệ phí, thuế" },
  heading: { en: "What was collected and paid in", vi: "Thu, nộp phí, lệ phí, thuế" },
  remark: (report, language) => {
    const { currency, otherCurrencies } = report as RevenueReport;
    if (otherCurrencies.length === 0) return currency;
    const others = otherCurrencies.join(", ");
    return language === "vi" ? `${currency} (sổ còn có ${others})` : `${currency} (the ledger also holds ${others})`;
  },
  figures: [
    figure("assessed", "money", "assessed", "phải thu", (f) => f.assessed),
    figure("receipted", "money", "on receipts", "thu theo biên lai", (f) => f.receipted),
    figure("voided", "money", "voided", "hủy biên lai", (f) => f.voided),
    figure("collected", "money", "collected", "đã thu", (f) => f.collected),
    figure("refunded", "money", "refunded", "hoàn trả", (f) => f.refunded),
    figure("remitted", "money", "paid in to the budget", "nộp ngân sách", (f) => f.remitted),
    figure("broughtForward", "money", "brought forward", "tồn đầu kỳ", (f) => f.broughtForward),
    figure("onHand", "money", "on hand", "tồn cuối kỳ", (f) => f.onHand),
    figure("shortfall", "money", "shortfall", "chi vượt số thu", (f) => f.shortfall),
    figure("receipts.issued", "count", "receipts issued", "biên lai phát hành", (f) => f.receipts.issued),
    figure("receipts.voided", "count", "receipts voided", "biên lai hủy", (f) => f.receipts.voided),
    figure("receipts.replaced", "count", "receipts replaced", "biên lai thay thế", (f) => f.receipts.replaced),
    figure(
      "rates.collectedOfAssessed",
      "rate",
      "collected, of assessed",
      "đã thu / phải thu",
      (f) => f.rates.collectedOfAssessed,
    ),
    figure(
      "rates.remittedOfCollected",
      "rate",
      "paid in, of collected",
      "nộp ngân sách / đã thu",
      (f) => f.rates.remittedOfCollected,
    ),
  ],
  ofTotal: [],
  columns: ["assessed", "collected", "refunded", "remitted", "broughtForward", "onHand", "rates.remittedOfCollected"],
  cards: ["assessed", "collected", "refunded", "remitted", "onHand"],
  further: (report, language) => settlementsTable((report as RevenueReport).settlements, language),
  definitions: [
    [
      { en: "Collected", vi: "Đã thu" },
      {
        en: "On receipts, less what was voided without another receipt in its place. Each movement counts at the instant at which it happened: a published quarter stays as it was.",
        vi: "Thu theo biên lai trừ biên lai hủy không thay thế. Mỗi khoản tính tại thời điểm phát sinh: quý đã công bố không thay đổi.",
      },
    ],
    [
      { en: "Assessed", vi: "Phải thu" },
      {
        en: "Found owed, at the unit that assessed it, which need not be the one that collects it.",
        vi: "Số xác định phải nộp, tính cho đơn vị xác định, có thể khác đơn vị thu.",
      },
    ],
    [
      { en: "Shortfall", vi: "Chi vượt số thu" },
      {
        en: "What units have paid in or given back of a kind of money beyond all that they had collected of it.",
        vi: "Số đã nộp hoặc hoàn trả vượt quá số đã thu của cùng loại tiền tại đơn vị.",
      },
    ],
    [
      { en: "The sum", vi: "Cân đối" },
      {
        en: "brought forward + collected − refunded = paid in + on hand.",
        vi: "tồn đầu kỳ + đã thu − hoàn trả = nộp ngân sách + tồn cuối kỳ.",
      },
    ],
    [
      { en: "Quarters settled", vi: "Quyết toán quý" },
      {
        en: "The account that a unit gave of a quarter against the ledger (Decree 61/2018/NĐ-CP, art. 12.9). By when it has to be given is not known here.",
        vi: "Số quyết toán quý của đơn vị so với sổ (Nghị định 61/2018/NĐ-CP, Điều 12.9). Chưa rõ thời hạn phải quyết toán.",
      },
    ],
  ],
};

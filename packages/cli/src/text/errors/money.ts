import type { PaymentReceipt } from "@motcua/core";
import type { SomeMessages } from "./messages.js";

const receiptText = ({ form, symbol, serial }: PaymentReceipt): string => `${form} ${symbol} ${serial}`;

const VALIDITY = {
  unknown: {
    en: "is not known to this dossier. Check form, symbol and serial.",
    vi: "không có trong hồ sơ này. Hãy kiểm tra mẫu số, ký hiệu và số.",
  },
  voided: { en: "has been voided already. Nothing more is to be done.", vi: "đã bị hủy. Không phải làm gì thêm." },
};

const QUARTER = {
  unknown: {
    en: "is no quarter. Write it as 2018-Q3.",
    vi: "không phải một quý. Hãy ghi theo dạng 2018-Q3.",
  },
  notOver: {
    en: "has not ended yet. Settle it after its last day.",
    vi: "chưa kết thúc. Hãy quyết toán sau ngày cuối quý.",
  },
};

/** Errors about the money of a dossier and of a unit's treasury. Amounts are in minor units. */
export const moneyMessages = {
  ChargeUnknown: ({ charge }) => ({
    en: `the dossier has no charge ${charge}. Assess it first, or name one that is: charge-1, charge-2, …`,
    vi: `hồ sơ không có khoản thu ${charge}. Hãy xác định khoản thu trước, hoặc ghi tên đã có: charge-1, charge-2, …`,
  }),
  CurrencyDiffers: ({ charge, currency, given }) => ({
    en: `${charge} is owed in ${currency}, not in ${given}. Give the amount in ${currency}.`,
    vi: `${charge} tính bằng ${currency}, không phải ${given}. Hãy ghi số tiền bằng ${currency}.`,
  }),
  MoreThanAssessed: ({ charge, assessed, paid, given }) => ({
    en: `${given} for ${charge} is more than is owed: ${assessed} assessed, ${paid} paid. Collect the rest at most, or assess anew.`,
    vi: `${given} cho ${charge} vượt số phải nộp: đã xác định ${assessed}, đã nộp ${paid}. Chỉ thu phần còn lại, hoặc xác định lại.`,
  }),
  MoreThanCollected: ({ charge, collected, refunded }) => ({
    en: `of ${charge} ${refunded} would have been given back, but only ${collected} collected. Refund the rest at most.`,
    vi: `${charge}: tổng hoàn trả ${refunded} sẽ vượt số đã thu ${collected}. Chỉ hoàn phần còn lại.`,
  }),
  ReceiptAlreadyUsed: ({ receipt }) => ({
    en: `the receipt ${receiptText(receipt)} stands for another payment already. Use one of its own.`,
    vi: `biên lai ${receiptText(receipt)} đã dùng cho khoản thu khác. Hãy dùng biên lai riêng.`,
  }),
  ReceiptNotValid: ({ receipt, detail }) => ({
    en: `the receipt ${receiptText(receipt)} ${VALIDITY[detail].en}`,
    vi: `biên lai ${receiptText(receipt)} ${VALIDITY[detail].vi}`,
  }),
  TreasuryOfOtherUnit: ({ unit, given }) => ({
    en: `this is the treasury of ${unit}, and the command is for ${given}. Ask the treasury of ${given}.`,
    vi: `đây là quỹ của ${unit}, còn lệnh dành cho ${given}. Hãy yêu cầu quỹ của ${given}.`,
  }),
  VoucherAlreadyUsed: ({ voucher }) => ({
    en: `the voucher ${voucher} stands for another remittance already. Check its number.`,
    vi: `chứng từ ${voucher} đã dùng cho lần nộp ngân sách khác. Hãy kiểm tra lại số chứng từ.`,
  }),
  QuarterRefused: ({ quarter, detail }) => ({
    en: `${quarter} ${QUARTER[detail].en}`,
    vi: `${quarter} ${QUARTER[detail].vi}`,
  }),
  QuarterAlreadySettled: ({ quarter }) => ({
    en: `${quarter} has been settled already, and is settled once. Check the quarter.`,
    vi: `${quarter} đã quyết toán; mỗi quý chỉ quyết toán một lần. Hãy kiểm tra lại quý.`,
  }),
  SettlementLineTwice: ({ kind, currency }) => ({
    en: `two lines are for ${kind} in ${currency}. Make them one.`,
    vi: `có hai dòng cho ${kind} bằng ${currency}. Hãy gộp thành một.`,
  }),
} satisfies SomeMessages;

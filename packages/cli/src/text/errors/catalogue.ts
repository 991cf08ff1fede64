import { formatTerm } from "@motcua/core";
import type { SomeMessages } from "./messages.js";

const PROCEDURE = {
  notYet: { en: "has not begun", vi: "chưa có hiệu lực" },
  repealed: { en: "has been repealed", vi: "đã bị bãi bỏ" },
};

const UNIT = {
  notYet: { en: "has not been established", vi: "chưa được thành lập" },
  dissolved: { en: "has been dissolved", vi: "đã giải thể" },
};

const AS = {
  parent: { en: "stand under itself", vi: "trực thuộc chính mình" },
  successor: { en: "be its own successor", vi: "kế thừa chính mình" },
};

/** Errors about procedures and units. */
export const catalogueMessages = {
  ProcedureUnknown: () => ({
    en: "no version of this procedure was ever published. Check its code, or publish it first: publishVersion.",
    vi: "thủ tục này chưa từng được công bố. Hãy kiểm tra mã, hoặc công bố trước: publishVersion.",
  }),
  ProcedureNotInForce: ({ procedure, date, standing }) => ({
    en: `${procedure} is not in force on ${date}: it ${PROCEDURE[standing].en}. Check the date, or publish a version for it.`,
    vi: `${procedure} không có hiệu lực vào ${date}: thủ tục ${PROCEDURE[standing].vi}. Hãy kiểm tra ngày, hoặc công bố phiên bản.`,
  }),
  OtherProcedure: ({ procedure, given }) => ({
    en: `this is the procedure ${procedure}, and the version is of ${given}. A new code is a new procedure: publish it there.`,
    vi: `đây là thủ tục ${procedure}, còn phiên bản là của ${given}. Mã mới là thủ tục mới: hãy công bố ở đó.`,
  }),
  VersionNotLater: ({ effectiveFrom, lastEffectiveFrom }) => ({
    en: `a version from ${effectiveFrom} would begin before the last, of ${lastEffectiveFrom}. Give that day or a later one.`,
    vi: `phiên bản từ ${effectiveFrom} bắt đầu trước phiên bản cuối (${lastEffectiveFrom}). Hãy cho ngày đó hoặc muộn hơn.`,
  }),
  FeeRefused: ({ fee }) => ({
    en: `the fee "${fee}" is no whole number of minor units from 0 on. Correct it; 0 is free of charge.`,
    vi: `mức thu "${fee}" không phải số nguyên từ 0 trở lên. Hãy sửa lại; 0 là miễn phí.`,
  }),
  ComponentRefused: ({ component }) => ({
    en: `how many of "${component}" is no whole number from 0 on. Correct it.`,
    vi: `số lượng của "${component}" không phải số nguyên từ 0 trở lên. Hãy sửa lại.`,
  }),
  TermNotShortened: ({ legalTerm, committedTerm }) => ({
    en: `${formatTerm(committedTerm)} does not shorten the legal term of ${formatTerm(legalTerm)}. Give a shorter term.`,
    vi: `${formatTerm(committedTerm)} không rút ngắn thời hạn luật định ${formatTerm(legalTerm)}. Hãy cho thời hạn ngắn hơn.`,
  }),
  OnlineLevelRefused: ({ level }) => ({
    en: `${level} is no online level. Give 1, 2, 3 or 4.`,
    vi: `${level} không phải mức độ dịch vụ công trực tuyến. Hãy cho 1, 2, 3 hoặc 4.`,
  }),
  UnitUnknown: () => ({
    en: "this unit was never established. Check its code, or establish it first: establish.",
    vi: "đơn vị này chưa từng được thành lập. Hãy kiểm tra mã, hoặc thành lập trước: establish.",
  }),
  UnitNotInForce: ({ unit, date, standing }) => ({
    en: `${unit} does not exist on ${date}: it ${UNIT[standing].en}. Check the date.`,
    vi: `${unit} không tồn tại vào ${date}: đơn vị ${UNIT[standing].vi}. Hãy kiểm tra ngày.`,
  }),
  UnitAlreadyEstablished: ({ unit, effectiveFrom }) => ({
    en: `${unit} cannot begin on ${effectiveFrom}: it exists then, or later. Dissolve it first, or rename it.`,
    vi: `${unit} không thể thành lập từ ${effectiveFrom}: khi đó hoặc sau đó đơn vị đã tồn tại. Hãy giải thể trước, hoặc đổi tên.`,
  }),
  OtherUnit: ({ unit, given }) => ({
    en: `this is the unit ${unit}, and the command gives the code ${given}. Ask the unit ${given}.`,
    vi: `đây là đơn vị ${unit}, còn lệnh ghi mã ${given}. Hãy yêu cầu đơn vị ${given}.`,
  }),
  UnitOfItself: ({ unit, as }) => ({
    en: `${unit} cannot ${AS[as].en}. Name another unit.`,
    vi: `${unit} không thể ${AS[as].vi}. Hãy chọn đơn vị khác.`,
  }),
  CriteriaMissing: () => ({
    en: "an assessment needs criteria. Name all of the standard's.",
    vi: "đánh giá phải có tiêu chí. Hãy ghi đủ các tiêu chí của bộ tiêu chuẩn.",
  }),
  CriterionTwice: ({ criterion }) => ({
    en: `the criterion "${criterion}" stands twice in the assessment. Name each once.`,
    vi: `tiêu chí "${criterion}" có hai lần trong đánh giá. Hãy ghi mỗi tiêu chí một lần.`,
  }),
} satisfies SomeMessages;

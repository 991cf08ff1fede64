import type { CompletionLevel, DayKind, DossierEventType, DossierStatus, UnitKind } from "@motcua/core";
import type { Anomaly } from "@motcua/interchange";
import type { Language, Text } from "./text.js";

/** The words of the domain, as offices and readers use them. */
export const eventNames: Readonly<Record<DossierEventType, Text>> = {
  DossierSubmitted: { en: "submitted online", vi: "nộp trực tuyến" },
  IntakeSupplementRequested: {
    en: "asked to complete it before reception",
    vi: "hướng dẫn bổ sung trước khi tiếp nhận",
  },
  IntakeRefused: { en: "not taken in", vi: "từ chối tiếp nhận" },
  DossierReceived: { en: "received", vi: "tiếp nhận" },
  DossierForwarded: { en: "handed over to the agency", vi: "chuyển cơ quan giải quyết" },
  DossierTransferred: { en: "transferred to another agency", vi: "chuyển cơ quan khác" },
  HandlerAssigned: { en: "handler assigned", vi: "phân công thụ lý" },
  SupplementRequested: { en: "supplement requested", vi: "yêu cầu bổ sung" },
  SupplementReceived: { en: "supplement received", vi: "đã bổ sung" },
  SupplementExpired: { en: "supplement never came", vi: "quá hạn bổ sung" },
  FinancialObligationNotified: { en: "fees and taxes notified", vi: "thông báo nghĩa vụ tài chính" },
  FinancialObligationSettled: { en: "fees and taxes paid", vi: "hoàn thành nghĩa vụ tài chính" },
  DossierWithdrawn: { en: "withdrawn", vi: "rút hồ sơ" },
  ProcessingStopped: { en: "stopped", vi: "dừng giải quyết" },
  ProcessingResumed: { en: "resumed", vi: "tiếp tục giải quyết" },
  DossierResolved: { en: "decided", vi: "giải quyết xong" },
  DossierOverdue: { en: "found overdue", vi: "thông báo quá hạn" },
  DeadlineNoticed: { en: "warned of a date", vi: "nhắc hạn" },
  ApologyIssued: { en: "apology", vi: "xin lỗi" },
  DueDateRescheduled: { en: "new date promised", vi: "hẹn lại ngày trả" },
  ResultReturned: { en: "result returned", vi: "trả kết quả" },
  SatisfactionRated: { en: "rated", vi: "đánh giá hài lòng" },
  SourceEventRecorded: { en: "recorded in the source", vi: "ghi trong nhật ký nguồn" },
  ChargeAssessed: { en: "fee or tax assessed", vi: "xác định phí, lệ phí, thuế" },
  PaymentCollected: { en: "payment collected", vi: "thu tiền" },
  PaymentRefunded: { en: "payment refunded", vi: "hoàn tiền" },
  ReceiptVoided: { en: "receipt voided", vi: "hủy biên lai" },
  VerificationRecorded: { en: "verified", vi: "thẩm tra, xác minh" },
  OpinionRequested: { en: "opinion asked for", vi: "lấy ý kiến" },
  OpinionRecorded: { en: "opinion given", vi: "đã có ý kiến" },
  OpinionOverdueReported: { en: "opinion reported overdue", vi: "báo quá hạn cho ý kiến" },
  InterlinkedRouteSet: { en: "several agencies, in this order", vi: "lập luồng liên thông" },
  SubTaskOpened: { en: "an agency's part began", vi: "bắt đầu phần việc liên thông" },
  SubTaskCompleted: { en: "an agency's part was done", vi: "xong phần việc liên thông" },
  ResultApproved: { en: "approved", vi: "phê duyệt" },
  ResultHandedOver: { en: "result at the one-stop", vi: "chuyển kết quả về một cửa" },
  AgencyUrged: { en: "agency urged", vi: "đôn đốc cơ quan" },
  VoucherAttached: { en: "voucher added to the dossier", vi: "kèm chứng từ thanh toán" },
  ApplicantNotified: { en: "applicant told", vi: "thông báo cho người nộp" },
  ResultCorrected: { en: "result corrected", vi: "đính chính kết quả" },
  DossierLostOrDamaged: { en: "papers lost or damaged", vi: "mất, hư hỏng hồ sơ" },
  OriginalsReturned: { en: "originals given back", vi: "trả lại bản chính" },
  FactCorrected: { en: "record corrected", vi: "đính chính dữ liệu" },
  DeadlineExtended: { en: "term extended", vi: "gia hạn" },
};

export const statusNames: Readonly<Record<DossierStatus, Text>> = {
  unknown: { en: "unknown", vi: "chưa rõ" },
  submitted: { en: "submitted", vi: "mới đăng ký" },
  intakeRefused: { en: "not taken in", vi: "không được tiếp nhận" },
  received: { en: "received", vi: "được tiếp nhận" },
  processing: { en: "being processed", vi: "đang xử lý" },
  awaitingSupplement: { en: "waiting for a supplement", vi: "chờ bổ sung" },
  awaitingPayment: { en: "waiting for payment", vi: "chờ nghĩa vụ tài chính" },
  withdrawn: { en: "withdrawn", vi: "công dân rút" },
  stopped: { en: "stopped", vi: "dừng xử lý" },
  resolved: { en: "decided", vi: "đã xử lý xong" },
  returned: { en: "result returned", vi: "đã trả kết quả" },
};

/** How far a dossier is, as anyone may be told. */
export const completionNames: Readonly<Record<CompletionLevel, Text>> = {
  registered: { en: "registered", vi: "mới đăng ký" },
  inProgress: { en: "in progress", vi: "đang giải quyết" },
  resultReady: { en: "result ready", vi: "đã có kết quả" },
  completed: { en: "completed", vi: "đã hoàn thành" },
  ended: { en: "ended", vi: "đã kết thúc" },
};

export const dayKindNames: Readonly<Record<DayKind, Text>> = {
  working: { en: "worked", vi: "làm việc" },
  receivingOnly: { en: "receiving only", vi: "chỉ tiếp nhận, trả kết quả" },
  closed: { en: "closed", vi: "nghỉ" },
};

/** What figures are grouped by. */
export const dimensionName = (dimension: string): Text => dimensionNames[dimension] ?? { en: dimension, vi: dimension };

const dimensionNames: Readonly<Record<string, Text>> = {
  agency: { en: "agency", vi: "cơ quan" },
  procedure: { en: "procedure", vi: "thủ tục" },
  field: { en: "field", vi: "lĩnh vực" },
  unit: { en: "unit", vi: "đơn vị" },
  channel: { en: "channel", vi: "kênh" },
  month: { en: "month", vi: "tháng" },
  handler: { en: "handler", vi: "người thụ lý" },
  centre: { en: "centre", vi: "trung tâm" },
  aspect: { en: "aspect", vi: "khía cạnh" },
  onlineLevel: { en: "online level", vi: "mức độ trực tuyến" },
  about: { en: "about", vi: "nội dung" },
  category: { en: "category", vi: "loại phản ánh" },
  class: { en: "class", vi: "phân loại" },
  kind: { en: "kind", vi: "loại" },
  step: { en: "last step", vi: "bước gần nhất" },
};

export const unitKindNames: Readonly<Record<UnitKind, Text>> = {
  province: { en: "province", vi: "tỉnh" },
  district: { en: "district", vi: "huyện" },
  ward: { en: "ward", vi: "phường" },
  commune: { en: "commune", vi: "xã" },
  centre: { en: "one-stop centre", vi: "bộ phận một cửa" },
  agency: { en: "agency", vi: "cơ quan" },
  branch: { en: "branch", vi: "chi nhánh" },
};

/** A value that figures are grouped by, where it is a word of the ledger and not a name; a dash where there is none. */
export const dimensionValue = (dimension: string, value: string | null | undefined, language: Language): string =>
  value === null || value === undefined ? "–" : (dimensionValues[dimension]?.[value]?.[language] ?? value);

const dimensionValues: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  step: eventNames,
  kind: {
    fee: { en: "fee", vi: "phí" },
    charge: { en: "charge", vi: "lệ phí" },
    tax: { en: "tax", vi: "thuế" },
  },
  channel: {
    inPerson: { en: "in person", vi: "trực tiếp" },
    online: { en: "online", vi: "trực tuyến" },
    postal: { en: "by post", vi: "bưu chính" },
    other: { en: "other", vi: "khác" },
  },
  about: {
    behaviour: { en: "behaviour", vi: "hành vi" },
    regulation: { en: "regulation", vi: "quy định" },
    dossier: { en: "a dossier", vi: "hồ sơ" },
    other: { en: "other", vi: "khác" },
  },
};

export const anomalyNames: Readonly<Record<Anomaly, Text>> = {
  endBeforeStart: { en: "cases that end before they begin", vi: "hồ sơ kết thúc trước khi bắt đầu" },
  eventBeforeStart: { en: "events before their case begins", vi: "sự kiện trước khi hồ sơ bắt đầu" },
  eventAfterEnd: { en: "events after their case ends", vi: "sự kiện sau khi hồ sơ kết thúc" },
  noReceptionDate: { en: "cases without a date of reception", vi: "hồ sơ không có ngày tiếp nhận" },
  endedWithoutEnd: {
    en: "cases whose status says ended, without an end",
    vi: "hồ sơ ghi đã kết thúc mà không có ngày",
  },
  openWithEnd: { en: "cases whose status says open, with an end", vi: "hồ sơ ghi đang xử lý mà có ngày kết thúc" },
  amountNegative: { en: "amounts below zero", vi: "số tiền âm" },
  amountNotExact: {
    en: "amounts with more decimal places than the map keeps, left among the attributes",
    vi: "số tiền có nhiều chữ số thập phân hơn bảng ánh xạ giữ, để lại trong thuộc tính",
  },
  runningTotalDiffers: {
    en: "totals that did not grow by what was paid",
    vi: "tổng đã trả không tăng đúng số vừa trả",
  },
  stepDueWithoutHandler: {
    en: "steps that are due, with nobody to do them",
    vi: "bước có hạn mà không có người xử lý",
  },
  valueNotMapped: { en: "words that the map has no other for", vi: "giá trị mà bảng ánh xạ không có" },
  differsFromStored: { en: "events that differ from what is stored", vi: "sự kiện khác với nội dung đã lưu" },
};

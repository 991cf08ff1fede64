import type { Missing } from "@motcua/core";
import type { Text } from "../text/text.js";

/** Why a figure is not there, as people read it. */
export const missingNames: Readonly<Record<Missing, Text>> = {
  notRecorded: { en: "not recorded", vi: "không có dữ liệu" },
  nothingToDivideBy: { en: "nothing to divide by", vi: "không có mẫu số" },
  notOfTheseGroups: { en: "not known by these groups", vi: "không thống kê theo nhóm này" },
  levelUnknown: { en: "the unit's level is not known", vi: "chưa rõ cấp của đơn vị" },
  nothingDue: { en: "nothing was due", vi: "chưa có phản ánh nào đến hạn" },
};

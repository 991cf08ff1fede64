import type { PolicyPack } from "./policy-pack.js";

const THREE_PM = 15 * 60;

/**
 * Decision 09/2015/QĐ-TTg, in force until NĐ 61/2018. Only its header was read; its figures are taken to be those of the
 * decree that replaced it.
 */
export const QD_09_2015: PolicyPack = {
  id: "QD-09-2015",
  effectiveFrom: "2015-05-15",
  supplement: { max: 1, noticeWithin: 3, clock: "restart" },
  reschedule: { max: 1, noticeBefore: 1 },
  handOverCutoff: THREE_PM,
  basis: ["QĐ 09/2015/QĐ-TTg"],
};

/** Decree 61/2018/NĐ-CP on the one-stop mechanism, in force from 21 June 2018. */
export const ND_61_2018: PolicyPack = {
  id: "ND-61-2018",
  effectiveFrom: "2018-06-21",
  supplement: { max: 1, noticeWithin: 3, clock: "restart" },
  reschedule: { max: 1, noticeBefore: 1 },
  handOverCutoff: THREE_PM,
  basis: ["NĐ 61/2018 Đ11.2c", "NĐ 61/2018 Đ17.2a", "NĐ 61/2018 Đ18", "NĐ 61/2018 Đ19.4", "NĐ 61/2018 Đ19.9"],
};

/** The regimes of the one-stop mechanism in Vietnam that are loaded. */
export const VIETNAM_POLICIES: ReadonlyArray<PolicyPack> = [QD_09_2015, ND_61_2018];

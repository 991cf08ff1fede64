import { inMemoryEventStore } from "@motcua/event-store";
import { expect, it } from "vitest";
import { twoWeeks } from "../src/desk.js";

it("whoever has a dossier is told before its date and when it has passed, then those above, and the applicant", async () => {
  const dossier = "000.00.22.H05-180702-0001";
  const handler = "handler of Phòng Tư pháp: Hồ sơ";
  expect(await twoWeeks(inMemoryEventStore())).toEqual([
    `2018-07-05T09:00 ${handler} ${dossier} sắp đến hạn 09/07/2018.`,
    `2018-07-06T09:00 ${handler} ${dossier} đến hạn 09/07/2018: nếu không kịp, phải xin lỗi và hẹn lại trước đó ít nhất một ngày.`,
    `2018-07-10T09:00 agencyHead of Phòng Tư pháp: Hồ sơ ${dossier} đã quá hạn 09/07/2018.`,
    `2018-07-10T09:00 ${handler} ${dossier} đã quá hạn 09/07/2018.`,
    `2018-07-10T09:00 the applicant: Ho so cua ong/ba ${dossier} da qua ngay hen tra 09/07/2018. Chung toi xin loi va se thong bao khi co ket qua.`,
    `2018-07-12T09:00 headOfCentre of H05.22: Hồ sơ ${dossier} đã quá hạn 09/07/2018.`,
  ]);
});

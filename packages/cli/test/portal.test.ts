import type { PortalProgress, PortalSync } from "@motcua/core";
import { expect, it } from "vitest";
import { motcua, motcuaJson } from "./support/motcua.js";
import { dossierThat, listed, simulated } from "./support/simulated.js";

interface Payload {
  readonly DongBoHoSoMC: PortalSync;
  readonly CapNhatTienDoHoSoMC: PortalProgress;
}

it("portal payload is what the national portal takes, under the names of its two services", async () => {
  const store = await simulated();
  const { id, code } = await dossierThat(store, ({ status }) => status === "returned");
  const { DongBoHoSoMC: sync, CapNhatTienDoHoSoMC: progress } = await motcuaJson<Payload>(
    "portal",
    "payload",
    id,
    ...store,
  );
  expect(sync).toMatchObject({
    isUpdating: false,
    data: [{ MaHoSo: code, TrangThaiHoSo: "10", TenTTHC: expect.stringContaining("thủ tục mô phỏng"), ChuHoSo: "" }],
  });
  expect(progress.data[0]).toMatchObject({ MaHoSo: code, NoiDungXuLy: "Tiếp nhận hồ sơ" });
  expect(progress.data.at(-1)).toMatchObject({ NoiDungXuLy: "Trả kết quả" });
});

it("portal payload --again says that the portal has the dossier, and changes nothing else", async () => {
  const store = await simulated();
  const { code } = await dossierThat(store, () => true);
  const first = await motcuaJson<Payload>("portal", "payload", code, ...store);
  const again = await motcuaJson<Payload>("portal", "payload", code, "--again", ...store);
  expect(again).toEqual({ ...first, DongBoHoSoMC: { ...first.DongBoHoSoMC, isUpdating: true } });
});

it("portal payload of a dossier that is not there is none", async () => {
  const store = await simulated();
  const { code, out, err } = await motcua("portal", "payload", "nowhere", "--lang", "en", ...store);
  expect([code, out, err]).toEqual([1, "", expect.stringContaining("nowhere: no such dossier")]);
});

it("portal payload of a dossier that was not received is none: it has no code", async () => {
  const store = await simulated();
  const refused = (await listed(store)).find(({ status }) => status === "intakeRefused")?.id ?? "";
  const asked = ["portal", "payload", refused, "--lang", "en", ...store];
  const { code, out, err } = await motcua(...asked);
  expect([code, out, err]).toEqual([1, "", expect.stringContaining("has no code, since it was not received")]);
});

import { describe, expect, it } from "vitest";
import { mayAsk, possibleFrom, type Role } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { decider, vn } from "../support/vietnam.js";

const receivedBy = (fields: object = {}) =>
  asked("receive", "2018-07-02T09:00", { by: { role: "receptionOfficer", id: "staff-1" }, ...fields });
const approved = (role: Role, id: string, time = "2018-07-02T16:00") => asked("approve", time, { by: { role, id } });

describe("who receives does not approve (NĐ 61/2018, Đ17.5)", () => {
  it("who received it is on record, by an opaque id", () => {
    expect(given(receivedBy()).state.receivedBy).toBe("staff-1");
    expect(given(receivedBy({ receivedBy: "staff-7" })).state.receivedBy).toBe("staff-7");
  });

  it("an approver may", () => {
    expect(given(receivedBy()).when(approved("approver", "staff-9")).events).toEqual([
      {
        type: "ResultApproved",
        occurredAt: vn("2018-07-02T16:00"),
        data: { by: { role: "approver", id: "staff-9" } },
      },
    ]);
  });

  it("the same person may not, in whatever role", () => {
    for (const role of ["approver", "agencyHead"] as const)
      expect(given(receivedBy()).when(approved(role, "staff-1")).refused).toEqual({
        code: "DutiesNotSeparate",
        command: "approve",
        id: "staff-1",
      });
  });

  it("nor a role that has not the power", () => {
    expect(given(receivedBy()).when(approved("receptionOfficer", "staff-2")).refused).toEqual({
      code: "RoleRefused",
      command: "approve",
      role: "receptionOfficer",
      allowed: ["approver", "agencyHead"],
    });
  });
});

describe("where the decision was given to the one-stop's staff, on the day itself they may (NĐ 61/2018, Đ17.5)", () => {
  const delegated = given(receivedBy({ delegated: true }));

  it("receive and approve, and that it was by delegation is said", () => {
    const { events } = delegated.when(approved("receptionOfficer", "staff-1", "2018-07-02T23:59:59.999"));
    expect(events).toMatchObject([{ type: "ResultApproved", data: { delegated: true } }]);
  });

  it("on the next day no more", () => {
    expect(delegated.when(approved("receptionOfficer", "staff-1", "2018-07-03T00:00")).refused).toMatchObject({
      code: "RoleRefused",
    });
    expect(delegated.when(approved("approver", "staff-1", "2018-07-03T00:00")).refused).toMatchObject({
      code: "DutiesNotSeparate",
    });
  });

  it("nor a role that is none of the one-stop's", () => {
    expect(delegated.when(approved("handler", "staff-3")).refused).toMatchObject({ code: "RoleRefused" });
  });
});

describe("an immediate result needs no appointment receipt, but is recorded (NĐ 61/2018, Đ17.4)", () => {
  const immediate = given(receivedBy({ immediate: true, legalTerm: { unit: "workingDay", amount: 0 } }));

  it("recorded on the day itself", () => {
    expect(immediate.when(asked("resolve", "2018-07-02T23:59:59.999")).flagged).toEqual([]);
  });

  it("on a later day it is recorded and flagged", () => {
    expect(immediate.when(asked("resolve", "2018-07-03T00:00")).flagged).toEqual(["ND-61-2018 D17.4"]);
  });
});

describe("which role asks for what", () => {
  it("is known of every command", () => {
    expect(Object.keys(mayAsk).toSorted()).toEqual(Object.keys(possibleFrom).toSorted());
    for (const roles of Object.values(mayAsk)) {
      expect(roles.length).toBeGreaterThan(0);
      expect(new Set(roles).size).toBe(roles.length);
    }
  });

  it("refuses nothing where the law reserves nothing: who did it is a fact", () => {
    const byHandler = asked("forward", "2018-07-02T10:00", { by: { role: "handler", id: "staff-5" } });
    expect(mayAsk.forward).not.toContain("handler");
    expect(given(receivedBy()).when(byHandler).refused).toBeUndefined();
  });

  it("who asked does not slip into events that have no place for it", () => {
    const withdrawn = asked("withdraw", "2018-07-02T10:00", { by: { role: "applicant", id: "subject-1" } });
    expect(decider.decide(withdrawn, given(receivedBy()).state)).toMatchObject({ right: [{ data: {} }] });
    expect(given(receivedBy()).when(withdrawn).events[0]?.data).toEqual({});
  });
});

import type { Amount, Term } from "@motcua/core";

/** A procedure as the centre offers it. */
export interface SimulatedProcedure {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly agency: string;
  readonly legalTerm: Term;
  readonly committedTerm: Term | null;
  readonly sameDay: boolean;
  /** Offered online at level 3 or 4. */
  readonly online: boolean;
  /** Ends with fees or taxes that the applicant has to pay first. */
  readonly obligation: boolean;
  /** What is paid when the dossier is handed in; `null` where it is free of charge. */
  readonly fee: Amount | null;
  /** All of it is done at the centre ("4 tại chỗ"). */
  readonly onSpot: boolean;
  /** How often it is asked for, beside the others. */
  readonly weight: number;
}

/** A unit at whose counter dossiers are handed in. */
export interface SimulatedUnit {
  readonly code: string;
  readonly name: string;
}

export interface SimulatedCentre {
  readonly code: string;
  /** The district-level city that all of it belongs to. */
  readonly city: SimulatedUnit;
  readonly counter: SimulatedUnit;
  readonly wards: ReadonlyArray<SimulatedUnit>;
  readonly agencies: ReadonlyArray<string>;
  readonly procedures: ReadonlyArray<SimulatedProcedure>;
}

/** Agencies with their fields, the number of their procedures, and what share of all dossiers goes to them. */
const AGENCIES: ReadonlyArray<
  readonly [name: string, fields: ReadonlyArray<string>, procedures: number, share: number]
> = [
  ["Chi nhánh Văn phòng Đăng ký đất đai", ["Đất đai"], 38, 21],
  ["Phòng Tư pháp", ["Chứng thực", "Hộ tịch"], 22, 30],
  ["Phòng Tài chính - Kế hoạch", ["Đăng ký hộ kinh doanh", "Đấu thầu"], 18, 9],
  ["Phòng Quản lý đô thị", ["Xây dựng", "Quy hoạch"], 20, 5],
  ["Phòng Lao động - Thương binh và Xã hội", ["Người có công", "Bảo trợ xã hội"], 34, 8],
  ["Phòng Tài nguyên và Môi trường", ["Môi trường", "Giao đất, thuê đất"], 24, 4],
  ["Phòng Kinh tế", ["Công thương", "Nông nghiệp"], 22, 3],
  ["Phòng Văn hóa và Thông tin", ["Văn hóa", "Thông tin"], 18, 2],
  ["Phòng Giáo dục và Đào tạo", ["Giáo dục"], 20, 3],
  ["Phòng Nội vụ", ["Thi đua", "Tôn giáo"], 14, 2],
  ["Phòng Y tế", ["Y tế"], 6, 1],
  ["Thanh tra thành phố", ["Khiếu nại"], 4, 0.2],
  ["Chi cục Thuế", ["Thuế"], 6, 5],
  ["Bảo hiểm xã hội", ["Bảo hiểm"], 4, 3.8],
  ["Công an thành phố", ["Cư trú"], 4, 3],
];

const WARDS: ReadonlyArray<string> = [
  "Vũ Ninh",
  "Đáp Cầu",
  "Thị Cầu",
  "Kinh Bắc",
  "Vệ An",
  "Tiền An",
  "Đại Phúc",
  "Ninh Xá",
  "Suối Hoa",
  "Võ Cường",
  "Vạn An",
  "Khúc Xuyên",
  "Phong Khê",
  "Vân Dương",
  "Khắc Niệm",
  "Hạp Lĩnh",
  "Hòa Long",
  "Kim Chân",
  "Nam Sơn",
];

/** Legal terms as they are met, in working days. */
const TERMS = [3, 5, 7, 10, 15, 20, 30, 5, 10, 15];

/**
 * A centre with the numbers of the one of Bắc Ninh city in 2018: 254 procedures of 15 agencies, 13 of them solved on the
 * same day, 69 with a shortened term, 49 online at level 3-4, and 19 wards and communes.
 *
 * What the procedures are called and how long they take is made up; their codes say so.
 */
export const simulatedCentre = (): SimulatedCentre => ({
  code: CENTRE,
  city: { code: "H05.CITY", name: "Thành phố Bắc Ninh" },
  counter: { code: "000.00.22.H05", name: "Trung tâm hành chính công thành phố" },
  wards: WARDS.map((name, n) => ({ code: `0${String(n + 1).padStart(2, "0")}.00.22.H05`, name })),
  agencies: AGENCIES.map(([name]) => name),
  procedures: proceduresOf(),
});

/** The code of the centre in every event. */
export const CENTRE = "H05.22";

const proceduresOf = (): ReadonlyArray<SimulatedProcedure> => {
  const all = AGENCIES.flatMap(([agency, fields, howMany, share]) =>
    Array.from({ length: howMany }, (_, n) => ({ agency, field: fields[n % fields.length] ?? "", n, howMany, share })),
  );
  return all.map(({ agency, field, n, howMany, share }, index) => {
    // Strides without a common divisor with 254 spread the kinds evenly over all agencies.
    const rank = (index * 19) % 254;
    const sameDay = rank < 13;
    const shortened = rank >= 13 && rank < 13 + 69;
    const legal = TERMS[(index * 7) % TERMS.length] ?? 10;
    return {
      code: `SIM.${String(index + 1).padStart(6, "0")}`,
      name: `${field}: thủ tục mô phỏng số ${index + 1}`,
      field,
      agency,
      legalTerm: workingDays(sameDay ? 1 : legal),
      committedTerm: shortened ? workingDays(Math.floor(legal * 0.7)) : null,
      sameDay,
      online: (index * 31) % 254 < 49,
      fee: feeOf(index),
      onSpot: sameDay || rank % 8 === 5,
      obligation: field === "Đất đai" || field === "Thuế",
      // Within an agency a few procedures make up most of the work.
      weight: (share / (n + 1)) * (1 / harmonic(howMany)),
    };
  });
};

/** Three of five procedures cost something: a fee for the service (phí) or a charge of the State (lệ phí). */
const feeOf = (index: number): Amount | null =>
  index % 5 < 2
    ? null
    : { kind: index % 2 === 0 ? "fee" : "charge", minor: 5_000 * (2 + ((index * 13) % 29)), currency: "VND" };

const workingDays = (amount: number): Term => ({ unit: "workingDay", amount });

const harmonic = (n: number): number => Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b, 0);

// ../../../tmp/ib/speed.ts
import { createReadStream, statSync } from "node:fs";
import { SaxesParser as SaxesParser2 } from "saxes";

// domain/partners/iati/limits.ts
var defaultIatiLimits = {
  fileBytes: 512 * 2 ** 20,
  depth: 64,
  tokenBytes: 4 * 2 ** 20,
  recordElements: 25e4,
  recordCharacters: 16 * 2 ** 20,
  listedProblems: 1e4
};

// domain/partners/iati/problems.ts
var gradeOfCode = {
  empty_file: "critical",
  malformed: "critical",
  ampersand_bare: "critical",
  truncated: "critical",
  not_iati: "critical",
  version_missing: "critical",
  version_1: "critical",
  version_unknown: "critical",
  doctype_refused: "critical",
  file_too_large: "critical",
  too_deep: "critical",
  token_too_large: "critical",
  record_too_large: "critical",
  encoding_unknown: "critical",
  not_decodable: "critical",
  identifier_missing: "error",
  identifier_duplicate: "error",
  amount_missing: "error",
  amount_invalid: "error",
  currency_missing: "error",
  date_missing: "error",
  date_invalid: "error",
  period_reversed: "error",
  transaction_type_missing: "error",
  percentage_invalid: "error",
  currency_unknown: "warning",
  transaction_type_unknown: "warning",
  budget_type_unknown: "warning",
  budget_status_unknown: "warning",
  budget_over_a_year: "warning",
  budget_repeated: "warning",
  percentages_not_100: "warning",
  reporting_org_missing: "warning",
  title_missing: "warning",
  country_missing: "warning",
  sector_missing: "warning",
  element_repeated: "warning"
};
function makeProblemList(limit) {
  const listed = [];
  const counts = {};
  return {
    listed,
    counts,
    add(problem) {
      counts[problem.code] = (counts[problem.code] ?? 0) + 1;
      if (listed.length < limit || problem.grade === "critical") listed.push(detached(problem));
    }
  };
}
function detached(value2) {
  return JSON.parse(JSON.stringify(value2));
}

// domain/partners/iati/decode.ts
var UndecodableError = class extends Error {
  constructor(code2, encoding) {
    super(code2);
    this.code = code2;
    this.encoding = encoding;
  }
  code;
  encoding;
};
var pieceBytes = 64 * 1024;
async function* decodeXml(chunks) {
  let decoder = null;
  let head = new Uint8Array(0);
  for await (const chunk of chunks) {
    let rest = chunk;
    if (!decoder) {
      head = joined(head, chunk);
      if (head.length < 256) continue;
      decoder = decoderFor(head);
      rest = head;
    }
    for (let start = 0; start < rest.length; start += pieceBytes) {
      const piece = rest.subarray(start, start + pieceBytes);
      yield { text: decode(decoder, piece, true), bytes: piece.length };
    }
  }
  if (!decoder) {
    decoder = decoderFor(head);
    yield { text: decode(decoder, head, true), bytes: head.length };
  }
  const last = decode(decoder, new Uint8Array(0), false);
  if (last) yield { text: last, bytes: 0 };
}
function decode(decoder, bytes, stream) {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new UndecodableError("not_decodable", decoder.encoding);
  }
}
function decoderFor(head) {
  const encoding = encodingOf(head);
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UndecodableError("encoding_unknown", encoding);
  }
}
function encodingOf(head) {
  const [a, b, c, d] = head;
  if (a === 255 && b === 254) return "utf-16le";
  if (a === 254 && b === 255) return "utf-16be";
  if (a === 239 && b === 187 && c === 191) return "utf-8";
  if (a === 60 && b === 0 && d === 0) return "utf-16le";
  if (a === 0 && b === 60 && c === 0) return "utf-16be";
  const start = String.fromCharCode(...head.subarray(0, 256));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? "utf-8";
  return /^(utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(declared) ? "utf-8" : declared;
}
function joined(a, b) {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

// domain/partners/iati/element.ts
var none = [];
function childrenOf(element, name) {
  return element.children?.get(name) ?? none;
}
function childOf(element, name) {
  return element.children?.get(name)?.[0] ?? null;
}
function attributeOf(element, name) {
  const text = element?.attributes[name];
  return text === void 0 ? null : trimmed(text);
}
function textOf(element) {
  return element ? trimmed(element.text) : null;
}
function trimmed(text) {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)) ? text : text.trim() || null;
}
function isInk(code2) {
  return code2 > 32 && code2 < 128;
}
function pathOf(element) {
  const position = element.parent && element.position === 1 ? "" : `[${element.position}]`;
  const own = `${element.name}${position}`;
  return element.parent ? `${pathOf(element.parent)}/${own}` : own;
}
function languageOf(element) {
  for (let at = element; at; at = at.parent) {
    const language = attributeOf(at, "xml:lang");
    if (language) return language;
  }
  return null;
}

// domain/calendars/dates.ts
function isoDate(year, month, day) {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
function isRealDate(year, month, day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
function daysInMonth(year, month) {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
function addDays(date2, days) {
  return new Date(Date.parse(`${date2}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
}
function addMonths(date2, months) {
  const [year, month, day] = partsOf(date2);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index % 12 + 1;
  return isoDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}
function partsOf(date2) {
  return [Number(date2.slice(0, 4)), Number(date2.slice(5, 7)), Number(date2.slice(8, 10))];
}

// domain/partners/iati/read-parts.ts
function flag({ report }, code2, element, details = {}) {
  report({ code: code2, line: element.line, path: pathOf(element), details });
}
function readNarratives(element) {
  const narratives2 = [];
  if (!element) return narratives2;
  for (const narrative of childrenOf(element, "narrative")) {
    const text = textOf(narrative);
    if (text) narratives2.push({ language: languageOf(narrative), text });
  }
  return narratives2;
}
function codeOf(parent, name) {
  return attributeOf(childOf(parent, name), "code");
}
function yesOrNo(text) {
  if (text === "1" || text === "true") return true;
  return text === "0" || text === "false" ? false : null;
}
function readValue(parent, reading) {
  const element = childOf(parent, "value");
  const text = textOf(element) ?? "";
  const currency = attributeOf(element, "currency") ?? reading.defaultCurrency;
  const amount = decimalOf(text);
  if (text === "") flag(reading, "amount_missing", element ?? parent);
  else if (amount === null) flag(reading, "amount_invalid", element ?? parent, { text: text.slice(0, 80) });
  if (!currency) flag(reading, "currency_missing", element ?? parent);
  else if (!/^[A-Z]{3}$/.test(currency))
    flag(reading, "currency_unknown", element ?? parent, { currency: currency.slice(0, 40) });
  const valueDate = element ? dateIn(element, "value-date", reading) : null;
  return { amount, text, currency, valueDate };
}
function decimalOf(text) {
  const match = text.length <= 60 ? /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(text) : null;
  if (!match || !/\d/.test(text)) return null;
  const [, sign, whole, fraction = ""] = match;
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === "0") end--;
  if (!whole && end === 0) return "0";
  return `${sign === "-" ? "-" : ""}${whole || "0"}${end > 0 ? `.${fraction.slice(0, end)}` : ""}`;
}
function dateIn(element, attribute, reading) {
  const text = attributeOf(element, attribute);
  if (!text) return null;
  const date2 = dateOf(text);
  if (date2 === null) flag(reading, "date_invalid", element, { attribute, text: text.slice(0, 40) });
  return date2;
}
function dateOf(text) {
  if (text.length === 10 && isDate(text)) return text;
  const [, date2 = ""] = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  return isDate(date2) ? date2 : null;
}
function isDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = partsOf(text);
  return isRealDate(year, month, day);
}
function requiredDate(parent, name, reading) {
  const element = childOf(parent, name);
  if (!attributeOf(element, "iso-date")) flag(reading, "date_missing", element ?? parent, { element: name });
  return element ? dateIn(element, "iso-date", reading) : null;
}
function readPeriod(parent, reading, options = { needsEnd: true }) {
  const start = requiredDate(parent, "period-start", reading);
  const hasEnd = options.needsEnd || childOf(parent, "period-end") !== null;
  const end = hasEnd ? requiredDate(parent, "period-end", reading) : null;
  if (start && end && end < start) flag(reading, "period_reversed", parent, { start, end });
  return { start, end };
}
function readOrganisationRef(element) {
  if (!element) return null;
  return {
    ref: attributeOf(element, "ref"),
    type: attributeOf(element, "type"),
    names: readNarratives(element),
    activityId: attributeOf(element, "activity-id") ?? attributeOf(element, "provider-activity-id") ?? attributeOf(element, "receiver-activity-id")
  };
}
function readShares(parent, name, reading) {
  return childrenOf(parent, name).map((element) => {
    const text = attributeOf(element, "percentage");
    const percentage = text === null ? null : decimalOf(text);
    if (text !== null && (percentage === null || percentage.startsWith("-")))
      flag(reading, "percentage_invalid", element, { text: text.slice(0, 40) });
    return {
      code: attributeOf(element, "code"),
      vocabulary: attributeOf(element, "vocabulary"),
      percentage: percentage?.startsWith("-") ? null : percentage,
      names: readNarratives(element)
    };
  });
}
function readVocabularyCode(element) {
  return { code: attributeOf(element, "code"), vocabulary: attributeOf(element, "vocabulary") };
}
function readDocumentLink(element, reading) {
  const date2 = childOf(element, "document-date");
  return {
    url: attributeOf(element, "url"),
    format: attributeOf(element, "format"),
    titles: readNarratives(childOf(element, "title")),
    descriptions: readNarratives(childOf(element, "description")),
    categories: codesOf(element, "category"),
    languages: codesOf(element, "language"),
    date: date2 ? dateIn(date2, "iso-date", reading) : null
  };
}
function codesOf(parent, name) {
  return childrenOf(parent, name).flatMap((element) => attributeOf(element, "code") ?? []);
}
function flagRepeated(parent, names, reading) {
  for (const name of names)
    for (const element of childrenOf(parent, name).slice(1)) flag(reading, "element_repeated", element);
}

// domain/partners/iati/rules/effective-budgets.ts
function effectiveBudgets(budgets) {
  if (budgets.length < 2) return { budgets: [...budgets], repeated: [] };
  const revisions = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  const repeated = [];
  budgets.forEach((budget, index) => {
    const period2 = periodKey(budget);
    const key = `${budget.type} ${period2}`;
    if (seen.has(key)) repeated.push(index);
    seen.add(key);
    if (budget.type !== "2") return;
    const known = budgets[revisions.get(period2) ?? -1];
    if (!known || (budget.value.valueDate ?? "") >= (known.value.valueDate ?? ""))
      revisions.set(period2, index);
  });
  return {
    budgets: budgets.filter((budget, index) => {
      const revision = revisions.get(periodKey(budget));
      return revision === void 0 || revision === index;
    }),
    repeated
  };
}
function periodKey({ period: period2, line }) {
  return period2.start && period2.end ? `${period2.start}/${period2.end}` : `line ${line}`;
}

// domain/partners/iati/rules/shares.ts
import Big from "big.js";
var places = 10;
function sectorShares(sectors) {
  return sharesOf(sectors.filter(isDacSector));
}
function isDacSector({ vocabulary }) {
  return vocabulary === null || vocabulary === "1";
}
function placeShares(places2) {
  const { countries } = places2;
  const regions = ofOneVocabulary(places2.regions);
  const hasPercentages = [...countries, ...regions].some(({ percentage }) => percentage !== null);
  if (!hasPercentages && countries.length > 0) return sharesOf(countries);
  return sharesOf([...countries, ...regions]);
}
function ofOneVocabulary(regions) {
  const vocabularies = regions.map(({ vocabulary }) => vocabulary ?? "1");
  const chosen = vocabularies.includes("1") ? "1" : vocabularies[0];
  return regions.filter(({ vocabulary }) => (vocabulary ?? "1") === chosen);
}
function sharesOf(entries) {
  const given = entries.filter(({ percentage }) => percentage !== null);
  const total = given.reduce((sum, { percentage }) => sum.plus(percentage ?? 0), new Big(0));
  const shown = given.length > 0 ? total.toFixed() : null;
  if (entries.length === 0) return { shares: [], total: null };
  if (total.eq(0))
    return {
      shares: split(
        entries,
        entries.map(() => new Big(1)),
        100
      ),
      total: shown
    };
  const left = new Big(100).minus(total);
  const silent = entries.length - given.length;
  const perSilent = silent > 0 && left.gt(0) ? left.div(silent) : new Big(0);
  const weights = entries.map(({ percentage }) => percentage === null ? perSilent : new Big(percentage));
  const isWhole = silent > 0 && left.gt(0) || left.abs().lte("0.05") || left.lt(0);
  return { shares: split(entries, weights, isWhole ? 100 : total), total: shown };
}
function split(entries, weights, whole) {
  const sum = weights.reduce((a, b) => a.plus(b), new Big(0));
  const parts = weights.map((weight) => weight.times(whole).div(sum).round(places, Big.roundDown));
  const rest = parts.reduce((left, part) => left.minus(part), new Big(whole));
  const largest = weights.reduce((best, weight, index) => weight.gt(weights[best] ?? 0) ? index : best, 0);
  return entries.map(({ code: code2 }, index) => ({
    code: code2,
    percentage: (parts[index] ?? new Big(0)).plus(index === largest ? rest : 0).toFixed()
  }));
}

// domain/partners/iati/flag-activity.ts
function flagActivity(activity2, element, reading) {
  if (!activity2.identifier) flag(reading, "identifier_missing", element);
  if (!activity2.reportingOrganisation?.ref) flag(reading, "reporting_org_missing", element);
  if (activity2.titles.length === 0) flag(reading, "title_missing", element);
  flagPlaces(activity2, element, reading);
  flagSectors(activity2, element, reading);
  const budgets = childrenOf(element, "budget");
  for (const index of effectiveBudgets(activity2.budgets).repeated)
    flag(reading, "budget_repeated", budgets[index] ?? element);
}
function flagPlaces(activity2, element, reading) {
  const hasCountry = activity2.countries.length > 0 || activity2.transactions.some(({ countries }) => countries.length > 0);
  if (!hasCountry) flag(reading, "country_missing", element, { regions: activity2.regions.length });
  if (!hasPercentage(activity2.countries) && !hasPercentage(activity2.regions)) return;
  const { total } = placeShares(activity2);
  if (isOff(total)) flag(reading, "percentages_not_100", element, { of: "recipient", total });
}
function flagSectors(activity2, element, reading) {
  const isOnTransactions = activity2.transactions.some(({ sectors }) => sectors.length > 0);
  if (!activity2.sectors.some(isDacSector) && !isOnTransactions) flag(reading, "sector_missing", element);
  if (!hasPercentage(activity2.sectors)) return;
  const { total } = sectorShares(activity2.sectors);
  if (isOff(total)) flag(reading, "percentages_not_100", element, { of: "sector", total });
}
function hasPercentage(shares) {
  if (shares.length === 1 && shares[0]?.percentage === "100") return false;
  return shares.some(({ percentage }) => percentage !== null);
}
function isOff(total) {
  return total !== null && Math.abs(Number(total) - 100) > 0.05;
}

// domain/calendars/fiscal-years.ts
var calendarYear = { appliesFrom: "1900-01-01", startMonth: 1, startDay: 1 };
function fiscalYearOf(date2, calendars) {
  const versions = [...calendars].sort((a, b) => a.appliesFrom < b.appliesFrom ? -1 : 1);
  const index = Math.max(
    0,
    versions.findLastIndex((version2) => version2.appliesFrom <= date2)
  );
  const version = versions[index] ?? calendarYear;
  const next = versions[index + 1];
  const naturalStart = lastStartUntil(date2, version);
  const isFirst = index === 0;
  const start = !isFirst && naturalStart < version.appliesFrom ? version.appliesFrom : naturalStart;
  const naturalEnd = addDays(startIn(partsOf(naturalStart)[0] + 1, version), -1);
  const end = next && next.appliesFrom <= naturalEnd ? addDays(next.appliesFrom, -1) : naturalEnd;
  return { year: partsOf(start)[0], start, end, isInterim: start !== naturalStart || end !== naturalEnd };
}
function startIn(year, { startMonth, startDay }) {
  return isoDate(year, startMonth, startDay);
}
function lastStartUntil(date2, version) {
  const [year] = partsOf(date2);
  const thisYears = startIn(year, version);
  return thisYears <= date2 ? thisYears : startIn(year - 1, version);
}

// domain/money/split-amount.ts
import Big2 from "big.js";
function splitAmount(amount, weights, scale = 2) {
  const exact = new Big2(amount);
  const digits = Math.max(scale, decimalsOf(exact));
  const units = BigInt(exact.abs().times(tenTo(digits)).toFixed(0));
  const whole = wholeWeights(weights);
  const total = whole.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n || whole.some((weight) => weight < 0n))
    throw new RangeError("Weights must not be negative, and one must be above zero.");
  const parts = whole.map((weight) => units * weight / total);
  let left = units - parts.reduce((sum, part) => sum + part, 0n);
  for (const index of byRemainder(whole.map((weight) => units * weight % total))) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  const sign = exact.lt(0) ? -1 : 1;
  return parts.map((part) => new Big2(String(part)).times(sign).div(tenTo(digits)).toFixed(digits));
}
function wholeWeights(weights) {
  const exact = weights.map((weight) => new Big2(weight));
  const finest = tenTo(Math.max(0, ...exact.map(decimalsOf)));
  return exact.map((weight) => BigInt(weight.times(finest).toFixed(0)));
}
function byRemainder(remainders) {
  return [...remainders.keys()].sort((a, b) => {
    const [left = 0n, right = 0n] = [remainders[a], remainders[b]];
    return left === right ? a - b : left > right ? -1 : 1;
  });
}
function decimalsOf(value2) {
  return Math.max(0, value2.c.length - value2.e - 1);
}
function tenTo(power) {
  return new Big2(10).pow(power);
}

// domain/calendars/pro-rata.ts
function spreadByDays({ amount, start, end }, calendars, scale = 2) {
  if (end < start) throw new RangeError(`The period ends on ${end}, before it starts on ${start}.`);
  const touched = [];
  for (let from = start; from <= end; ) {
    const year = fiscalYearOf(from, calendars);
    touched.push({ year, days: daysBetween(from, year.end < end ? year.end : end) });
    from = addDays(year.end, 1);
  }
  const amounts = splitAmount(
    amount,
    touched.map(({ days }) => String(days)),
    scale
  );
  return touched.map((share, index) => ({ ...share, amount: amounts[index] ?? "0" }));
}
function daysBetween(start, end) {
  return (Date.parse(end) - Date.parse(start)) / 864e5 + 1;
}

// domain/partners/iati/read-budgets.ts
function readBudget(element, reading) {
  const type = attributeOf(element, "type") ?? "1";
  const status = attributeOf(element, "status") ?? "1";
  if (type !== "1" && type !== "2")
    flag(reading, "budget_type_unknown", element, { type: type.slice(0, 40) });
  if (status !== "1" && status !== "2")
    flag(reading, "budget_status_unknown", element, { status: status.slice(0, 40) });
  const period2 = readPeriod(element, reading);
  if (isOverAYear(period2))
    flag(reading, "budget_over_a_year", element, { start: period2.start ?? "", end: period2.end ?? "" });
  return { line: element.line, type, status, period: period2, value: readValue(element, reading) };
}
function isOverAYear({ start, end }) {
  if (!start || !end || end.startsWith(start.slice(0, 4))) return false;
  return end > addMonths(start, 12);
}
function readPlannedDisbursement(element, reading) {
  return {
    line: element.line,
    type: attributeOf(element, "type") ?? "1",
    period: readPeriod(element, reading, { needsEnd: false }),
    value: readValue(element, reading),
    provider: readOrganisationRef(childOf(element, "provider-org")),
    receiver: readOrganisationRef(childOf(element, "receiver-org"))
  };
}

// domain/partners/iati/rules/transaction-types.ts
var transactionTypes = {
  "1": "incoming funds",
  "2": "outgoing commitment",
  "3": "disbursement",
  "4": "expenditure",
  "5": "interest payment",
  "6": "loan repayment",
  "7": "reimbursement",
  "8": "purchase of equity",
  "9": "sale of equity",
  "10": "credit guarantee",
  "11": "incoming commitment",
  "12": "outgoing pledge",
  "13": "incoming pledge"
};
function isTransactionType(code2) {
  return Object.hasOwn(transactionTypes, code2);
}

// domain/partners/iati/read-transaction.ts
var once = ["transaction-type", "transaction-date", "value", "provider-org", "receiver-org", "description"];
function readTransaction(element, reading) {
  const type = codeOf(element, "transaction-type");
  if (!type) flag(reading, "transaction_type_missing", element);
  else if (!isTransactionType(type))
    flag(reading, "transaction_type_unknown", element, { type: type.slice(0, 40) });
  flagRepeated(element, once, reading);
  return {
    line: element.line,
    ref: attributeOf(element, "ref"),
    isHumanitarian: yesOrNo(attributeOf(element, "humanitarian")),
    type,
    date: requiredDate(element, "transaction-date", reading),
    value: readValue(element, reading),
    description: readNarratives(childOf(element, "description")),
    provider: readOrganisationRef(childOf(element, "provider-org")),
    receiver: readOrganisationRef(childOf(element, "receiver-org")),
    disbursementChannel: codeOf(element, "disbursement-channel"),
    sectors: readShares(element, "sector", reading),
    countries: readShares(element, "recipient-country", reading),
    regions: readShares(element, "recipient-region", reading),
    aidTypes: childrenOf(element, "aid-type").map(readVocabularyCode),
    financeType: codeOf(element, "finance-type"),
    flowType: codeOf(element, "flow-type"),
    tiedStatus: codeOf(element, "tied-status")
  };
}

// domain/partners/iati/read-activity.ts
var once2 = ["iati-identifier", "reporting-org", "title", "activity-status"];
function readActivity(element, report) {
  const defaultCurrency = attributeOf(element, "default-currency");
  const reading = { report, defaultCurrency };
  flagRepeated(element, once2, reading);
  const activity2 = {
    line: element.line,
    identifier: textOf(childOf(element, "iati-identifier")),
    lastUpdated: attributeOf(element, "last-updated-datetime"),
    language: attributeOf(element, "xml:lang"),
    hierarchy: attributeOf(element, "hierarchy"),
    isHumanitarian: yesOrNo(attributeOf(element, "humanitarian")),
    defaultCurrency,
    reportingOrganisation: readOrganisationRef(childOf(element, "reporting-org")),
    ...readWho(element),
    ...readWhat(element, reading),
    ...readMoney(element, reading),
    relatedActivities: childrenOf(element, "related-activity").map((related) => ({
      ref: attributeOf(related, "ref"),
      type: attributeOf(related, "type")
    })),
    documents: childrenOf(element, "document-link").map((link) => readDocumentLink(link, reading))
  };
  flagActivity(activity2, element, reading);
  return activity2;
}
function readWho(element) {
  return {
    participatingOrganisations: childrenOf(element, "participating-org").map((participant) => ({
      ref: attributeOf(participant, "ref"),
      type: attributeOf(participant, "type"),
      names: readNarratives(participant),
      activityId: attributeOf(participant, "activity-id"),
      role: attributeOf(participant, "role"),
      crsChannelCode: attributeOf(participant, "crs-channel-code")
    })),
    contacts: childrenOf(element, "contact-info").map(readContact)
  };
}
function readContact(element) {
  const texts = (name) => childrenOf(element, name).flatMap((child) => textOf(child) ?? []);
  return {
    type: attributeOf(element, "type"),
    organisation: readNarratives(childOf(element, "organisation")),
    department: readNarratives(childOf(element, "department")),
    personName: readNarratives(childOf(element, "person-name")),
    jobTitle: readNarratives(childOf(element, "job-title")),
    telephones: texts("telephone"),
    emails: texts("email"),
    websites: texts("website"),
    mailingAddresses: childrenOf(element, "mailing-address").map(readNarratives)
  };
}
function readWhat(element, reading) {
  return {
    titles: readNarratives(childOf(element, "title")),
    descriptions: childrenOf(element, "description").map((description) => ({
      type: attributeOf(description, "type"),
      narratives: readNarratives(description)
    })),
    status: codeOf(element, "activity-status"),
    dates: childrenOf(element, "activity-date").map((date2) => ({
      type: attributeOf(date2, "type"),
      date: dateIn(date2, "iso-date", reading),
      narratives: readNarratives(date2)
    })),
    countries: readShares(element, "recipient-country", reading),
    regions: readShares(element, "recipient-region", reading),
    sectors: readShares(element, "sector", reading),
    policyMarkers: childrenOf(element, "policy-marker").map((marker) => ({
      ...readVocabularyCode(marker),
      significance: attributeOf(marker, "significance"),
      narratives: readNarratives(marker)
    }))
  };
}
function readMoney(element, reading) {
  return {
    collaborationType: codeOf(element, "collaboration-type"),
    defaultFlowType: codeOf(element, "default-flow-type"),
    defaultFinanceType: codeOf(element, "default-finance-type"),
    defaultAidTypes: childrenOf(element, "default-aid-type").map(readVocabularyCode),
    defaultTiedStatus: codeOf(element, "default-tied-status"),
    transactions: childrenOf(element, "transaction").map((child) => readTransaction(child, reading)),
    budgets: childrenOf(element, "budget").map((child) => readBudget(child, reading)),
    plannedDisbursements: childrenOf(element, "planned-disbursement").map(
      (child) => readPlannedDisbursement(child, reading)
    )
  };
}

// domain/partners/iati/types.ts
var organisationBudgetKinds = [
  "total-budget",
  "recipient-org-budget",
  "recipient-region-budget",
  "recipient-country-budget",
  "total-expenditure"
];

// domain/partners/iati/read-organisation.ts
function readOrganisation(element, report) {
  const defaultCurrency = attributeOf(element, "default-currency");
  const reading = { report, defaultCurrency };
  const identifier = textOf(childOf(element, "organisation-identifier"));
  if (!identifier) flag(reading, "identifier_missing", element);
  const reporting = readOrganisationRef(childOf(element, "reporting-org"));
  if (!reporting?.ref) flag(reading, "reporting_org_missing", element);
  const names = readNarratives(childOf(element, "name"));
  if (names.length === 0) flag(reading, "title_missing", element);
  return {
    line: element.line,
    identifier,
    lastUpdated: attributeOf(element, "last-updated-datetime"),
    language: attributeOf(element, "xml:lang"),
    defaultCurrency,
    reportingOrganisation: reporting,
    names,
    budgets: organisationBudgetKinds.flatMap(
      (kind) => childrenOf(element, kind).map((budget) => readEnvelope(budget, kind, reading))
    ),
    documents: childrenOf(element, "document-link").map((link) => readDocumentLink(link, reading))
  };
}
function readEnvelope(element, kind, reading) {
  const status = attributeOf(element, "status") ?? "1";
  if (status !== "1" && status !== "2")
    flag(reading, "budget_status_unknown", element, { status: status.slice(0, 40) });
  const lines = kind === "total-expenditure" ? "expense-line" : "budget-line";
  return {
    line: element.line,
    kind,
    status,
    recipient: readRecipient(element),
    period: readPeriod(element, reading),
    value: readValue(element, reading),
    lines: childrenOf(element, lines).map((line) => ({
      ref: attributeOf(line, "ref"),
      value: readValue(line, reading),
      narratives: readNarratives(line)
    }))
  };
}
function readRecipient(element) {
  const recipient = childOf(element, "recipient-country") ?? childOf(element, "recipient-region") ?? childOf(element, "recipient-org");
  if (!recipient) return null;
  return {
    code: attributeOf(recipient, "code") ?? attributeOf(recipient, "ref"),
    vocabulary: attributeOf(recipient, "vocabulary"),
    names: readNarratives(recipient)
  };
}

// domain/partners/iati/record-parser.ts
import { SaxesParser } from "saxes";

// domain/partners/iati/refusal.ts
var Refusal = class extends Error {
  constructor(code2, details = {}, place = null) {
    super(code2);
    this.code = code2;
    this.details = details;
    this.place = place;
  }
  code;
  details;
  place;
};

// domain/partners/iati/header.ts
function readHeader(root) {
  const version = attributeOf(root, "version");
  if (!version) throw new Refusal("version_missing");
  if (/^1(\.|$)/.test(version)) throw new Refusal("version_1", { version });
  if (version !== "2.01" && version !== "2.02" && version !== "2.03")
    throw new Refusal("version_unknown", { version: version.slice(0, 40) });
  return {
    standard: root.name === "iati-activities" ? "activities" : "organisations",
    version,
    generatedAt: attributeOf(root, "generated-datetime")
  };
}

// domain/partners/iati/shape.ts
function shape(attributes, children = {}) {
  return {
    attributes: /* @__PURE__ */ new Set(["xml:lang", ...attributes.split(" ").filter(Boolean)]),
    children: new Map(Object.entries(children))
  };
}
var leaf = shape("");
var code = shape("code");
var narratives = { narrative: leaf };
var words = shape("", narratives);
var date = shape("iso-date", narratives);
var value = shape("currency value-date");
var period = { "period-start": date, "period-end": date, value };
var vocabularyCode = shape("code vocabulary");
var codedShare = shape("code vocabulary percentage", narratives);
var provider = shape("ref type provider-activity-id", narratives);
var receiver = shape("ref type receiver-activity-id", narratives);
var organisation = shape("ref type", narratives);
var documentLink = shape("url format", {
  title: words,
  description: words,
  category: code,
  language: code,
  "document-date": date
});
var contact = shape("type", {
  organisation: words,
  department: words,
  "person-name": words,
  "job-title": words,
  telephone: leaf,
  email: leaf,
  website: leaf,
  "mailing-address": words
});
var transaction = shape("ref humanitarian", {
  "transaction-type": code,
  "transaction-date": date,
  value,
  description: words,
  "provider-org": provider,
  "receiver-org": receiver,
  "disbursement-channel": code,
  sector: codedShare,
  "recipient-country": codedShare,
  "recipient-region": codedShare,
  "aid-type": vocabularyCode,
  "finance-type": code,
  "flow-type": code,
  "tied-status": code
});
var activity = shape("last-updated-datetime default-currency hierarchy humanitarian", {
  "iati-identifier": leaf,
  "reporting-org": organisation,
  "participating-org": shape("ref type role activity-id crs-channel-code", narratives),
  title: words,
  description: shape("type", narratives),
  "activity-status": code,
  "activity-date": shape("type iso-date", narratives),
  "contact-info": contact,
  "recipient-country": codedShare,
  "recipient-region": codedShare,
  sector: codedShare,
  "policy-marker": shape("code vocabulary significance", narratives),
  "collaboration-type": code,
  "default-flow-type": code,
  "default-finance-type": code,
  "default-aid-type": vocabularyCode,
  "default-tied-status": code,
  transaction,
  budget: shape("type status", period),
  "planned-disbursement": shape("type", { ...period, "provider-org": provider, "receiver-org": receiver }),
  "related-activity": shape("ref type"),
  "document-link": documentLink
});
function envelope(recipient, line = "budget-line") {
  return shape("status", { ...period, ...recipient, [line]: shape("ref", { value, ...narratives }) });
}
var organisationRecord = shape("last-updated-datetime default-currency", {
  "organisation-identifier": leaf,
  name: words,
  "reporting-org": organisation,
  "total-budget": envelope({}),
  "recipient-org-budget": envelope({ "recipient-org": organisation }),
  "recipient-region-budget": envelope({ "recipient-region": shape("code vocabulary", narratives) }),
  "recipient-country-budget": envelope({ "recipient-country": shape("code", narratives) }),
  "total-expenditure": envelope({}, "expense-line"),
  "document-link": documentLink
});
var rootShapes = /* @__PURE__ */ new Map([
  ["iati-activities", shape("version generated-datetime", { "iati-activity": activity })],
  ["iati-organisations", shape("version generated-datetime", { "iati-organisation": organisationRecord })]
]);

// domain/partners/iati/unkept.ts
var maxPaths = 1e3;
function makeUnkeptList() {
  const found = /* @__PURE__ */ new Map();
  return {
    note(path, name, line) {
      const known = found.get(path);
      if (known) {
        known.count++;
        return;
      }
      if (found.size >= maxPaths && path !== "\u2026") return this.note("\u2026", name, line);
      const kept = detached({ path, isExtension: name.includes(":"), count: 1, line });
      found.set(kept.path, kept);
    },
    list: () => [...found.values()]
  };
}

// domain/partners/iati/record-parser.ts
function makeRecordParser(limits) {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const unkept = makeUnkeptList();
  const open = [];
  const shapes = [];
  let records = [];
  let recordCount = 0;
  let header = null;
  let skipped = 0;
  let tagLine = 1;
  let [elements, characters, charactersOfToken] = [0, 0, 0];
  let ampersand = null;
  parser.on("error", (error) => {
    const isOver = parser.closed || /unclosed tag|unexpected end|must contain a root/.test(error.message);
    const reason = error.message.replace(/^\d+:\d+:\s*/, "").trim();
    if (isInReference() || /disallowed character in entity|empty entity/.test(reason)) refuseAmpersand();
    throw new Refusal(isOver ? "truncated" : "malformed", { reason });
  });
  parser.on("doctype", () => {
    throw new Refusal("doctype_refused");
  });
  parser.on("opentagstart", () => {
    tagLine = parser.line;
    endToken();
  });
  parser.on("opentag", openElement);
  parser.on("closetag", closeElement);
  parser.on("text", addText);
  parser.on("cdata", addText);
  function endToken() {
    charactersOfToken = 0;
    ampersand = null;
  }
  function openElement(tag) {
    endToken();
    const depth = open.length;
    if (depth + skipped >= limits.depth) throw new Refusal("too_deep", { limit: limits.depth });
    if (skipped > 0) {
      skipped++;
      return;
    }
    const { name, attributes } = tag;
    const isForeign = attributes.xmlns !== void 0;
    const shape2 = depth > 0 ? shapes[depth - 1]?.children.get(name) : rootShapes.get(name);
    if (depth === 0 && (!shape2 || isForeign)) throw new Refusal("not_iati", { root: name });
    if (!shape2 || isForeign) {
      unkept.note(pathTo(name), isForeign ? `xmlns:${name}` : name, tagLine);
      skipped = 1;
      return;
    }
    push(name, attributes, shape2);
  }
  function push(name, attributes, shape2) {
    const depth = open.length;
    const parent = depth > 1 ? open[depth - 1] ?? null : null;
    const element = {
      name,
      line: tagLine,
      position: 1,
      attributes,
      text: "",
      parent,
      children: null
    };
    if (parent) adopt(parent, element);
    else if (depth === 1) element.position = ++recordCount;
    open.push(element);
    shapes.push(shape2);
    for (const attribute in attributes) checkAttribute(attribute, element, shape2);
    if (depth === 0) header = readHeader(element);
    if (++elements > limits.recordElements)
      throw new Refusal("record_too_large", { limit: limits.recordElements, unit: "elements" });
  }
  function checkAttribute(name, element, shape2) {
    if (shape2.attributes.has(name)) {
      characters += element.attributes[name]?.length ?? 0;
      return;
    }
    if (!/^(xmlns|xsi:|xml:space)/.test(name)) unkept.note(pathTo(`@${name}`), name, element.line);
  }
  function closeElement() {
    endToken();
    if (skipped > 0) {
      skipped--;
      return;
    }
    const closed = open.pop();
    shapes.pop();
    if (!closed || open.length !== 1) return;
    records.push(closed);
    [elements, characters] = [0, 0];
  }
  function addText(text) {
    endToken();
    const depth = open.length;
    const top = open[depth - 1];
    if (skipped > 0 || !top) return;
    if ((shapes[depth - 1]?.children.size ?? 0) > 0) {
      if (/\S/.test(text)) unkept.note(pathTo("text()"), top.name, parser.line);
      return;
    }
    top.text += text;
    characters += text.length;
    if (characters > limits.recordCharacters)
      throw new Refusal("record_too_large", { limit: limits.recordCharacters, unit: "characters" });
  }
  function pathTo(name) {
    const [root, ...others] = open;
    return [...others.length > 0 || !root || !/^@|^text/.test(name) ? others : [root], { name }].map((element) => element.name).join("/");
  }
  function isInReference() {
    return ampersand !== null && parser["entity"] !== "";
  }
  function refuseAmpersand() {
    if (ampersand) throw new Refusal("ampersand_bare", {}, ampersand);
  }
  function place() {
    return { line: parser.line, column: parser.column, path: open.map(({ name }) => name).join("/") };
  }
  function write(text) {
    let from = 0;
    for (const { index } of text.matchAll(/&(?!(?:[a-z]+|#\d+|#x[\da-f]+);)/gi)) {
      parser.write(text.slice(from, index + 1));
      from = index + 1;
      if (!isInReference()) ampersand = place();
    }
    parser.write(from === 0 ? text : text.slice(from));
  }
  return {
    write(text) {
      charactersOfToken += text.length;
      write(text);
      if (charactersOfToken > limits.tokenBytes + text.length) {
        if (isInReference()) refuseAmpersand();
        throw new Refusal("token_too_large", { limit: limits.tokenBytes });
      }
      const ended = records;
      records = [];
      return ended;
    },
    close: () => void parser.close(),
    header: () => header,
    unkept: unkept.list,
    position: place
  };
}
function adopt(parent, element) {
  parent.children ??= /* @__PURE__ */ new Map();
  const beside = parent.children.get(element.name);
  if (beside) element.position = beside.push(element);
  else parent.children.set(element.name, [element]);
}

// domain/partners/iati/read.ts
async function* readIati(chunks, limits = defaultIatiLimits) {
  const parser = makeRecordParser(limits);
  const firstLines = /* @__PURE__ */ new Map();
  let [bytes, isHeaderGiven] = [0, false];
  try {
    for await (const piece of decodeXml(chunks)) {
      bytes += piece.bytes;
      if (bytes > limits.fileBytes) throw new Refusal("file_too_large", { limit: limits.fileBytes });
      const records = parser.write(piece.text);
      const header = parser.header();
      if (header && !isHeaderGiven) {
        isHeaderGiven = true;
        yield { kind: "header", header };
      }
      for (const record of records) yield recordEvent(record, firstLines);
    }
    if (bytes === 0) throw new Refusal("empty_file");
    parser.close();
    yield { kind: "end", unkept: parser.unkept() };
  } catch (error) {
    yield { kind: "refused", problem: refusalOf(error, parser) };
  }
}
function recordEvent(record, firstLines) {
  const problems = [];
  const report = ({ code: code2, line, path, details }) => problems.push({ code: code2, grade: gradeOfCode[code2], line, path, details });
  if (record.name === "iati-activity") {
    const activity2 = readActivity(record, report);
    flagDuplicate(activity2.identifier, record, { firstLines, report });
    return { kind: "activity", activity: activity2, problems };
  }
  const organisation2 = readOrganisation(record, report);
  flagDuplicate(organisation2.identifier, record, { firstLines, report });
  return { kind: "organisation", organisation: organisation2, problems };
}
function flagDuplicate(identifier, { name, position, line }, { firstLines, report }) {
  if (!identifier) return;
  const firstLine = firstLines.get(identifier);
  if (firstLine === void 0) firstLines.set(detached(identifier), line);
  else
    report({
      code: "identifier_duplicate",
      line,
      path: `${name}[${position}]`,
      details: { identifier: identifier.slice(0, 200), firstLine }
    });
}
function refusalOf(error, parser) {
  const { line, column, path } = parser.position();
  const place = { grade: "critical", line, column, path };
  if (error instanceof Refusal) return { code: error.code, ...place, ...error.place, details: error.details };
  if (error instanceof UndecodableError)
    return { code: error.code, ...place, details: { encoding: error.encoding } };
  throw error;
}

// domain/partners/iati/exact-sum.ts
import Big3 from "big.js";
var safe = 2 ** 52;
function makeExactSum() {
  let total = new Big3(0);
  let count = 0;
  const whole = [];
  function settle(places2) {
    total = total.plus(new Big3(whole[places2] ?? 0).times(new Big3(10).pow(-places2)));
    whole[places2] = 0;
  }
  return {
    add(amount) {
      count++;
      const point = amount.indexOf(".");
      if (amount.length > 15) {
        total = total.plus(amount);
        return;
      }
      const places2 = point < 0 ? 0 : amount.length - point - 1;
      const digits = point < 0 ? amount : amount.slice(0, point) + amount.slice(point + 1);
      const sum = (whole[places2] ?? 0) + Number(digits);
      whole[places2] = sum;
      if (sum > safe || sum < -safe) settle(places2);
    },
    count: () => count,
    total() {
      for (let places2 = 0; places2 < whole.length; places2++) settle(places2);
      return total;
    }
  };
}

// domain/partners/iati/summary.ts
function makeSummary(calendars = null) {
  const [transactions, budgets, planned, envelopes, years] = [1, 2, 3, 4, 5].map(() => /* @__PURE__ */ new Map());
  const counts = { activities: 0, organisations: 0, transactions: 0, budgets: 0, planned: 0, envelopes: 0 };
  let withoutAmount = 0;
  function add(sums, keys, { amount, currency }) {
    if (amount === null) withoutAmount++;
    else increase(sums, [...keys, currency ?? ""], amount);
  }
  function addByYear(budget) {
    const { period: period2, value: value2, recipient } = budget;
    if (!calendars || !recipient || value2.amount === null || !period2.start || !period2.end) return;
    const { start, end } = period2;
    if (end < start) return;
    for (const { year, amount } of spreadByDays({ amount: value2.amount, start, end }, calendars)) {
      increase(years, [recipient.code ?? "", year.start, year.end, value2.currency ?? ""], amount);
    }
  }
  return {
    addActivity(activity2) {
      counts.activities++;
      counts.transactions += activity2.transactions.length;
      counts.budgets += activity2.budgets.length;
      counts.planned += activity2.plannedDisbursements.length;
      for (const { type, value: value2 } of activity2.transactions) add(transactions, [type ?? ""], value2);
      for (const { value: value2 } of effectiveBudgets(activity2.budgets).budgets) add(budgets, [], value2);
      for (const { value: value2 } of activity2.plannedDisbursements) add(planned, [], value2);
    },
    addOrganisation(organisation2) {
      counts.organisations++;
      counts.envelopes += organisation2.budgets.length;
      for (const budget of organisation2.budgets) {
        add(envelopes, [budget.kind], budget.value);
        addByYear(budget);
      }
    },
    result() {
      const kinds = organisationBudgetKinds;
      return {
        activities: counts.activities,
        organisations: counts.organisations,
        transactions: {
          count: counts.transactions,
          byType: rows(transactions).map(([[type = "", currency = ""], sum]) => ({ type, currency, ...sum })).sort((a, b) => Number(a.type) - Number(b.type))
        },
        budgets: { count: counts.budgets, afterRevisions: byCurrency(budgets) },
        plannedDisbursements: { count: counts.planned, sums: byCurrency(planned) },
        organisationBudgets: {
          count: counts.envelopes,
          byKind: rows(envelopes).map(([[kind = "", currency = ""], sum]) => ({ kind, currency, ...sum })).sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
        },
        byRecipientAndYear: rows(years, 2).map(
          ([[recipient = "", start = "", end = "", currency = ""], sum]) => ({
            recipient,
            start,
            end,
            currency,
            ...sum
          })
        ),
        withoutAmount
      };
    }
  };
}
function increase(sums, keys, amount) {
  const key = keys.length === 1 ? keys[0] ?? "" : keys.join("\0");
  let sum = sums?.get(key);
  if (!sum) {
    sum = makeExactSum();
    sums?.set(key, sum);
  }
  sum.add(amount);
}
function rows(sums, places2) {
  return [...sums ?? []].sort(([a], [b]) => a < b ? -1 : 1).map(([key, sum]) => [key.split("\0"), { count: sum.count(), amount: sum.total().toFixed(places2) }]);
}
function byCurrency(sums) {
  return rows(sums).map(([[currency = ""], sum]) => ({ currency, ...sum }));
}

// domain/partners/iati/check.ts
async function checkIati(chunks, options = {}) {
  const limits = options.limits ?? defaultIatiLimits;
  const { listed, counts, add } = makeProblemList(limits.listedProblems);
  const summary = makeSummary(options.calendars ?? null);
  let header = null;
  for await (const event of readIati(chunks, limits)) {
    switch (event.kind) {
      case "header":
        header = event.header;
        break;
      case "activity":
        summary.addActivity(event.activity);
        for (const problem of event.problems) add(problem);
        break;
      case "organisation":
        summary.addOrganisation(event.organisation);
        for (const problem of event.problems) add(problem);
        break;
      case "refused":
        add(event.problem);
        return { state: "refused", header, listed, counts };
      case "end":
        return { state: "sound", header, listed, counts, summary: summary.result(), unkept: event.unkept };
    }
  }
  throw new Error("The reader ended without a word.");
}

// ../../../tmp/ib/speed.ts
var file = process.argv[2];
var size = statSync(file).size / 2 ** 20;
var which = (process.argv[3] ?? "bare,parse,check").split(",");
async function bare() {
  const p = new SaxesParser2();
  const d = new TextDecoder();
  let e = 0;
  p.on("opentag", () => e++);
  p.on("closetag", () => e++);
  p.on("text", () => e++);
  for await (const c of createReadStream(file)) p.write(d.decode(c, { stream: true }));
  p.close();
}
async function parse() {
  const p = makeRecordParser(defaultIatiLimits);
  let n = 0;
  for await (const c of decodeXml(createReadStream(file))) n += p.write(c.text).length;
  p.close();
}
async function check() {
  const r = await checkIati(createReadStream(file, { highWaterMark: Number(process.env.H ?? 65536) }));
  if (r.state === "refused") throw new Error(JSON.stringify(r.listed));
}
for (let i = 0; i < 2; i++) for (const [n, f] of Object.entries({ bare, parse, check })) {
  if (!which.includes(n)) continue;
  const t = process.cpuUsage();
  await f();
  console.log(n, (size / (process.cpuUsage(t).user / 1e6)).toFixed(1), "MB/s");
}

import type { Explanations } from './index.ts'

export default {
  basis: {
    text: 'What the fee buys each period: hours of work, a number of finished things, or your being there.',
    example: '10 hours a month; or 4 articles a month; or an answer within a day, however much comes of it.',
  },
  rollover: {
    text: 'What becomes of hours that a client has paid for and not used: they lapse at the end of the period, or are carried over for a while.',
    example:
      '10 h agreed, 7 h used, carried for one month: next month has 13 h. What is still left of the 3 h then is gone.',
  },
  overage: {
    text: 'Work past what was agreed. It can be billed at a rate, given away, or taken from the next period.',
    example: '10 h agreed, 12:30 worked, past that 120 an hour: 2:30 more, so 300 on the next invoice.',
  },
  topUp: {
    text: 'More hours for one period, sold or given, while the agreement stays as it is. They do not expire while it goes on.',
    example: 'A launch in May: 5 h more for 450. June has its usual 10 h again.',
  },
  trial: {
    text: 'A short first term, to find out on both sides whether it fits. It ends by itself, and says which longer term would follow.',
    example: 'Three months to try, then six: in the second month you talk about going on.',
  },
  notice: {
    text: 'How long before the end of a term either of you has to say that it does not go on. Until that day nobody has to say anything.',
    example: 'It renews on 1 July with 30 days’ notice: until 1 June each can still say no.',
  },
  ladder: {
    text: 'From a trial to ever longer terms: each one that is kept makes the next easier to agree on.',
    example: 'A trial of three months, then six, then twelve.',
  },
  proration: {
    text: 'A first or last period that is not a whole one: fee and hours by its days, or all of both.',
    example: 'It begins on 16 April, 15 of 30 days: half of 1,000 for half of 10 h.',
  },
  rounding: {
    text: 'How an entry counts for the client, to so many minutes. What was worked stays as it was.',
    example: 'Up to 15 minutes: a call of 8 minutes counts as 15.',
  },
  perk: {
    text: 'Something on top, in place of a discount: some minutes, a number of things, or a promise. It has a worth of its own and leaves the agreed hours alone.',
    example: 'A call of 30 minutes a month, worth 50: said in the proposal, and not charged.',
  },
  adjustment: {
    text: 'What changed in a period after it was closed and reported. The report stays as it was sent; the difference is in the next one.',
    example: 'May was closed with 9 h; an hour of it is found in June. June’s report says: 1 h more for May.',
  },
  pace: {
    text: 'Hours used against days gone, and on which day the rest would be used up if the last 20 working days are like the next.',
    example: '6 of 10 h are used on the 10th: at this pace they run out on the 17th.',
  },
  listRate: {
    text: 'What an hour of yours costs who buys it by itself. Everything else is measured by it.',
    example: 'At a list rate of 100, a retainer of 10 h for 900 gives 10% away.',
  },
  effectiveRate: {
    text: 'What an hour really brought: all that was earned, divided by all that was worked for it.',
    example: '1,000 for the month and 12:30 worked: 80 an hour, whatever the agreement says.',
  },
  breakEven: {
    text: 'So much extra time costs as much as the discount would. With less of it you are better off giving time than money.',
    example: '10 h at 100 and 10% off, or 1 h 7 min more at the full fee: the same for an hour’s worth.',
  },
  guaranteed: {
    text: 'Fees of agreements that are signed, inside their term. They come whether or not anything happens.',
    example: 'Three clients at 500 a month are 1,500 guaranteed.',
  },
  expected: {
    text: 'The same fees after a term that renews by itself: likely, and not promised.',
    example: 'Signed to the end of June: from July its 500 are expected.',
  },
  variable: {
    text: 'Projects, and work past what was agreed: it is there when it is there.',
    example: 'A website for 4,000 in March; 300 for hours past the retainer.',
  },
  hourly: {
    text: 'Work sold hour by hour, with no month promised. What is ahead is an estimate by the last months.',
    example: '6 h for a client without an agreement, at 90: 540 in that month, and nothing said of the next.',
  },
  cliff: {
    text: 'The month in which guaranteed income falls because terms end, and by how much.',
    example: 'Two of four retainers end in June: from July 2,000 less are guaranteed.',
  },
  coverage: {
    text: 'How much of your monthly target is guaranteed.',
    example: 'Target 4,500, guaranteed 3,150: 70%. The rest has to be found each month.',
  },
  steadiness: {
    text: 'How far the last twelve months lie from their mean: the less, the steadier.',
    example: 'Months of 3,000 and 5,000 stray 25% from 4,000; months of 3,900 and 4,100 only 2.5%.',
  },
  concentration: {
    text: 'How much of what came in is one client’s. Losing them would cost that much at once.',
    example: 'One client pays 2,200 of 4,000: 55%. Past 40% Mainstay says so.',
  },
  capacity: {
    text: 'The hours that you can work in a month, by your working days without those off; and how many of them retainers have already.',
    example: '21 days of 8 h are 168 h; retainers have 46 h; 122 h are still to sell.',
  },
  readiness: {
    text: 'Whether a client’s history makes a retainer: for how long, in how many of the last six months, how evenly and how lately you worked for them.',
    example: 'Six months of 8 to 10 h, the last one this week: a retainer of 9 h would suit both.',
  },
  advance: {
    text: 'A retainer is paid before its period begins. The invoice is written some days ahead.',
    example: 'Written on 22 April, due on 7 May, for May. What goes past the hours is on the next one.',
  },
  pensionFund: {
    text: 'In Italy, the share for the pension fund (cassa) that a professional adds to the fee. VAT is counted on it too.',
    example: '1,000 and 4%: 40 more. 22% VAT is on 1,040.',
  },
  withholding: {
    text: 'In Italy, a part of your income tax (ritenuta d’acconto) that the client keeps back and pays to the state for you.',
    example: '1,000 with 20% withheld: 200 go to the state, 800 and the VAT to you.',
  },
  stampDuty: {
    text: 'In Italy, a stamp (bollo) of 2 euro on invoices above 77.47 euro that bear no VAT. You may charge it or bear it.',
    example: 'An invoice of 500 without VAT: 502 if the client pays it.',
  },
} as const satisfies Explanations

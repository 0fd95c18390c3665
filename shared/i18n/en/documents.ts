import prompts from './document-prompts.ts'

/** What proposals and agreements say on paper, in the language of their client. */
export default {
  prompts,
  proposal: 'Proposal',
  agreement: 'Retainer agreement',
  date: 'Date',
  startsOn: 'Begins on',
  problems: 'What it is about',
  problem: 'As it is now',
  outcome: 'What you get',
  service: 'The service',
  terms: 'Fee and terms',
  term: 'What',
  agreed: 'As agreed',
  record: 'What was done so far',
  doubts: 'What you may ask',
  closing: 'How it goes on',
  defaultOpening:
    'Here is what we talked about, what it would do for you, and how we could work together from {day} on.',
  defaultClosing: 'If this is what you have in mind, a short answer is enough. The work begins on {day}.',
  parties: 'Who agrees',
  partiesWords: '{provider} (the provider) works for {customer} (the client) on the terms below.',
  defaultService: 'Ongoing professional work, as the client asks for it within the time that is agreed below.',
  defaultServiceUnits: 'Ongoing professional work, delivered as agreed below.',
  defaultServiceAccess: 'Being available to the client, as agreed below.',
  signatures: 'Signatures',
  provider: 'The provider',
  client: 'The client',
  placeAndDate: 'Place and date',
  signature: 'Signature',
  noAdvice:
    'This is a draft in plain language, made from the terms that were written in Mainstay. It is no legal advice: have it looked at before you sign it.',
  noVat: 'Amounts are without VAT, which is added where it is due.',
  rows: {
    fee: 'Fee',
    feeWords: '{fee} each {every, plural, =1 {month} =3 {quarter} other {year}}, in advance',
    included: 'Included',
    includedWords: '{amount} each {every, plural, =1 {month} =3 {quarter} other {year}}',
    access: 'availability in each {every, plural, =1 {month} =3 {quarter} other {year}}',
    past: 'Beyond that',
    billHours: '{rate} an hour',
    billUnits: '{rate} for each',
    absorb: 'worked without charge',
    borrow:
      'taken from the next {every, plural, =1 {month} =3 {quarter} other {year}}; what that cannot give costs {rate} {basis, select, hours {an hour} other {each}}',
    unused: 'What is not used',
    lapses: 'lapses at the end of the {every, plural, =1 {month} =3 {quarter} other {year}}',
    carries:
      'is kept for {count, plural, one {one more} other {# more}} {every, plural, =1 {{count, plural, one {month} other {months}}} =3 {{count, plural, one {quarter} other {quarters}}} other {{count, plural, one {year} other {years}}}}',
    carriesTerm: 'is kept to the end of the term',
    atMost: '{kept}, at most {most}',
    onTop: 'On top',
    perkTime: '{perk}: {amount} each {every, plural, =1 {month} =3 {quarter} other {year}}',
    perkCount:
      '{perk}: {count, plural, one {once} other {# times}} each {every, plural, =1 {month} =3 {quarter} other {year}}',
    worth: '{perk}, worth {value}',
    rounding: 'How time counts',
    roundedUp: 'each piece of work up to the next {minutes} minutes',
    roundedNearest: 'each piece of work to the nearest {minutes} minutes',
    first: 'First {every, plural, =1 {month} =3 {quarter} other {year}}',
    firstPart: '{fee} for {amount}, from {day}',
    firstWhole: 'counts as a whole one, from {day}',
    firstPartAccess: '{fee}, from {day}',
    from: 'From {day}',
    change: '{what}: {agreed}',
    noMore: 'no more',
    pause: 'Pause',
    pauseWords: '{pause}: nothing is owed, nothing is granted',
    term: 'Term',
    trial: 'a trial of {length}, to {day}; if both are content, {next} follow',
    ends: '{length}, to {day}; what follows is agreed before',
    renews: '{length}, to {day}, and then as long again each time, unless one of us gives notice',
    endsEarly: 'as agreed since, it ends on {day}',
    open: 'open, until one of us gives notice',
    months: '{count, plural, one {one month} other {# months}}',
    quarters: '{count, plural, one {one quarter} other {# quarters}}',
    years: '{count, plural, one {one year} other {# years}}',
    notice: 'Notice',
    noticeOpen: '{days, plural, one {# day} other {# days}}, any day, in writing',
    noticeWords: '{days, plural, one {# day} other {# days}} before the end, in writing',
    payment: 'Payment',
    paymentWords:
      'invoiced {advance, plural, =0 {on the first day of} one {# day before} other {# days before}} each {every, plural, =1 {month} =3 {quarter} other {year}}, due {due, plural, =0 {at once} one {# day later} other {# days later}}',
  },
  recordRows: {
    period: 'Period',
    agreed: 'Agreed',
    delivered: 'Delivered',
    total: 'All',
    hours:
      '{delivered} delivered of {agreed} that were agreed, over {count, plural, one {one period} other {# periods}}.',
    tracked: '{delivered} over {count, plural, one {one month} other {# months}}, without an agreement.',
    onTime: '{done} of {all} deliverables on time.',
  },
  clauses: {
    requests: 'Asking for work',
    requestsText:
      'The client asks for work in writing. The provider answers within two working days with when it will be done. Work that is asked for in the last days of a period may be done in the next.',
    ownership: 'Whose the work is',
    ownershipText:
      'What is made for the client is the client’s once the fee for its period is paid. The provider keeps what they knew and had before, and may show the work as an example unless the client objects.',
    secrecy: 'Secrecy',
    secrecyText:
      'Neither of the two tells others what they learn of the other’s business and is not public, also after the agreement has ended.',
    late: 'Late payment',
    lateText:
      'The fee reserves time that is then sold to nobody else. While a fee is overdue the provider may let the work rest; the period goes on.',
  },
  doubtsAsked: {
    hourly: 'Why not by the hour, when I need you?',
    hourlyText:
      'By the hour you get the time that is left over. For a fee in advance that time is yours: it is in my calendar before others ask, and neither of us counts minutes before calling.',
    less: 'What if I use less?',
    lessLapses:
      'What is not used lapses, as with anything that was reserved. That is why we agree on what you usually need and no more: {amount} each {every, plural, =1 {month} =3 {quarter} other {year}}. If it is too much after a while, we make it smaller.',
    lessCarries: 'It is not lost: what is not used {kept}.',
    lessAccess:
      'You pay for being able to reach me, not for how often you do. If you hardly ever need it, we agree on less.',
    burnt: 'We were burnt before.',
    burntTrial:
      'That is why it begins with a trial of {length}. Each {every, plural, =1 {month} =3 {quarter} other {year}} you get a report of what was done, and after the trial you decide.',
    burntReport:
      'Each {every, plural, =1 {month} =3 {quarter} other {year}} you get a report of what was agreed and what was done{basis, select, hours {, down to the minute} other {}}.',
    burntRenews:
      'It is for {length}: tell me {days, plural, =0 {before the end} one {# day before the end} other {# days before the end}}, and you are free.',
    burntEnds: 'It is for {length}, and then it ends by itself.',
    burntOpen:
      '{days, plural, =0 {You can end it any day} one {With # day of notice you are free} other {With # days of notice you are free}}.',
  },
} as const

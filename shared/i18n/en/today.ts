/** Today: what now? */
export default {
  statement: {
    nothing: 'Nothing worked yet today.',
    justStarted: 'You have just started.',
    worked: '<worked></worked> worked today.',
    over: '<b>{name}</b> is <b>{over}</b> past what was agreed.',
    runsOut:
      'At this pace <b>{name}</b> runs out on <b>{day}</b>{others, plural, =0 {.} one {; the other one will last.} other {; the other # will last.}}',
    runsOutToday:
      'At this pace <b>{name}</b> runs out <b>today</b>{others, plural, =0 {.} one {; the other one will last.} other {; the other # will last.}}',
    allLast: '{count, plural, one {The retainer will last.} other {All # retainers will last.}}',
  },
  worked: { title: 'Worked today', total: 'All of today' },
  ribbon: {
    label: 'Today’s entries',
    gap: '{duration} not tracked',
    block: '{name}, {duration}. Open the day',
  },
  retainers: {
    title: 'Retainers',
    aside: 'hours left in {month}',
    today: 'today',
    of: 'of {available}',
    overOf: 'over {available}',
    regular: '{included} {every, plural, =1 {a month} =3 {a quarter} other {a year}}',
    trial: '{included} {every, plural, =1 {a month} =3 {a quarter} other {a year}}, trial',
    worked: 'worked',
  },
  start: 'Start {name}',
  stop: 'Stop {name}',
  others: {
    title: 'Hourly and projects',
    aside: 'earned in {month}',
    hourly: 'hourly, {hours} at {rate}',
    hourlyNone: 'hourly, at {rate}',
    project: 'project',
    projectNext: 'project, {name} on {day}',
    soFar: '{month} so far',
    withRetainers: 'with the {amount} of the retainers',
  },
  todo: {
    title: 'What needs doing',
    over: '{name} is {over} over',
    overBilled: 'It is billed at {rate} an hour.',
    overAbsorbed: 'It is not charged.',
    used: '{name} has used {share}',
    left: '{left} left; the calendar is at {calendar}.',
    ends: '{name} ends on {day}',
    endsText: 'Say by {day} how it goes on.',
    endsSoon:
      '{days, plural, =0 {Today is its last day.} one {One day left to agree on what follows.} other {# days left to agree on what follows.}}',
    renews: '{name} renews after {day}',
    noticeText: 'Until {day} either of you can say no.',
    ready: '{name} is ready for a retainer',
    readyText:
      '{months, plural, =6 {Work in each of the last 6 months} other {Work in # of the last 6 months}}, usually {usual}.',
    readyScore: 'Readiness <score></score>: {factors}',
    open: 'Open the retainer',
    makeRetainer: 'Make a retainer',
  },
  first: {
    title: 'Where your day will be',
    text: 'The timer, how each retainer stands, and what needs doing. It begins with a client; or bring the time you have tracked elsewhere, in Toggl Track, Clockify, Harvest or any other.',
    client: 'Make a client',
    import: 'Import a CSV…',
  },
} as const

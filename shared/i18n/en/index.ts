import app from './app.ts'
import billing from './billing.ts'
import clients from './clients.ts'
import documents from './documents.ts'
import exporting from './exporting.ts'
import guide from './guide.ts'
import help from './help.ts'
import importing from './importing.ts'
import income from './income.ts'
import pricing from './pricing.ts'
import close from './close.ts'
import report from './report.ts'
import proposal from './proposal.ts'
import renewals from './renewals.ts'
import retainers from './retainers.ts'
import settings from './settings.ts'
import time from './time.ts'
import timeList from './time-list.ts'
import timeWeek from './time-week.ts'
import today from './today.ts'
import keeping from './keeping.ts'
import problems from './problems.ts'
import shell from './shell.ts'

export default {
  today,
  time,
  timeList,
  timeWeek,
  settings,
  close,
  report,
  proposal,
  renewals,
  retainers,
  documents,
  exporting,
  guide,
  help,
  importing,
  income,
  clients,
  app,
  billing,
  pricing,
  keeping,
  problems,
  shell,
} as const

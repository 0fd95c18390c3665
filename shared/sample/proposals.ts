import type { Outcome } from '../model/engagement.ts'
import type { Proposal } from '../model/proposal.ts'
import type { Setting } from './setting.ts'

const blank: Proposal = {
  trade: 'writer',
  opening: '',
  problems: [],
  service: '',
  doubts: [],
  hasRecord: true,
  closing: '',
  clauses: null,
}

/** What Obel Robotics was sent some days ago; documents are in the client's language, whatever the app's is. */
export const onCallProposal: Proposal = {
  ...blank,
  // Of the term before less was used each month: that is nothing to show.
  hasRecord: false,
  problems: [
    {
      problem: 'After a launch questions come from everywhere, and nobody answers for the words.',
      outcome: 'One person to ask, and an answer the same working day.',
    },
    {
      problem: 'The manual says one thing, the site another.',
      outcome: 'Every text that changes is changed in all the places where it stands.',
    },
  ],
  service: 'On call for texts after the launch: site, manuals, answers to the press. A call every first Monday.',
  doubts: [
    {
      question: 'Why not by the hour, when we need you?',
      answer: 'By the hour you wait until there is room. With this there is always room, and you know what it costs.',
    },
  ],
}

/** What Halden & Reyes said no to. */
export const socialProposal: Proposal = {
  ...blank,
  problems: [
    {
      problem: 'Posts are written on the evening before, by whoever is there.',
      outcome: 'A plan for the month, and posts that are ready a week ahead.',
    },
  ],
  service: 'Eight posts a month, from the plan to the day they are out.',
}

/** Why it was no, or went no further, in the user's words. */
export function outcomes(setting: Setting): { readonly care: Outcome; readonly social: Outcome } {
  const { day, language } = setting
  const say = (en: string, it: string): string => (language === 'it' ? it : en)
  return {
    care: {
      on: day(-8, 3),
      cause: 'need',
      note: say('between launches nothing changes on the site', 'tra un lancio e l’altro il sito non cambia'),
    },
    social: {
      on: day(-4, 21),
      cause: 'price',
      note: say('they hired somebody for half of it', 'hanno preso qualcuno per la metà'),
    },
  }
}

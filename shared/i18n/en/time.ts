/** The day's entries, and the picker of what one works on. */
export default {
  picker: {
    ownWork: 'Own work',
    none: 'Nothing by that name',
    hourly: 'by the hour',
    project: 'project',
    outsideTerm: 'outside its term',
    left: '{left} left',
    over: '{over} over',
  },
} as const

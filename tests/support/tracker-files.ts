import { strToU8, zipSync } from 'fflate'

/** What one file of a tracker is to become: its rows, as few words as tell them apart. */
interface Sample {
  readonly tracker: string
  readonly name: string
  readonly content: string | Uint8Array
  /** Client, project, note, and when, in Europe/London: start and minutes, or day and minutes. */
  readonly rows: readonly (readonly [client: string, project: string, note: string, when: string, minutes: number])[]
  readonly leftOut: number
}

const lines = (...all: string[]): string => `${all.join('\n')}\n`
const both = [
  ['Acme', 'Website', 'Review, round 2', '2026-03-04T09:30:00Z', 90],
  ['', 'Admin', 'Inbox', '2026-03-04T23:40:00Z', 30],
] as const
const ofDay = [
  ['Acme', 'Website', 'Review', '2026-03-04', 90],
  ['', 'Admin', 'Inbox', '2026-03-04', 30],
] as const

/** The headers are those of real exports, the rows are made up. */
export const trackerFiles: readonly Sample[] = [
  {
    tracker: 'Toggl Track',
    name: 'Toggl_Track_Report_Detailed_report.csv',
    content: `\uFEFF${lines(
      'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)',
      'Ada Bianchi,ada@example.com,Acme,Website,Design,"Review, round 2",Yes,2026-03-04,09:30:00,2026-03-04,11:00:00,01:30:00,"deep, remote",120.00',
      'Ada Bianchi,ada@example.com,,Admin,,Inbox,No,2026-03-04,23:40:00,2026-03-05,00:10:00,00:30:00,,',
    )}`,
    rows: both,
    leftOut: 0,
  },
  {
    tracker: 'Toggl Track',
    name: 'TogglTrack_detailed_2026.csv',
    content: `\uFEFF${lines(
      '"Description","Billable","Duration","Member","Email","Project","Client","Tags","Amount","Currency","Start date","Start time","Stop date","Stop time"',
      '"Review, round 2","Yes","1:30:00","AB","ada@example.com","Website","Acme","-",120,"EUR","2026-03-04","09:30:00","2026-03-04","11:00:00"',
      '"Inbox","No","0:30:00","AB","ada@example.com","Admin","-","-","-","-","2026-03-04","23:40:00","2026-03-05","00:10:00"',
      '"Running entry","No","-","AB","ada@example.com","-","-","-","-","-","2026-03-08","11:00:00","",""',
    )}`,
    rows: both,
    leftOut: 1,
  },
  {
    tracker: 'Clockify',
    name: 'Clockify_Time_Report_Detailed.csv',
    content: lines(
      '"Project","Client","Description","Task","User","Group","Email","Tags","Type","Billable","Invoiced","Invoice ID","Start Date","Start Time","End Date","End Time","Duration (h)","Duration (decimal)","Billable Rate (EUR)","Billable Amount (EUR)","Date of creation"',
      '"Website","Acme","Review, round 2","Design","Ada Bianchi","","ada@example.com","deep, remote","Regular","Yes","No","","03/04/2026","09:30:00 AM","03/04/2026","11:00:00 AM","01:30:00","1.50","80.00","120.00","03/04/2026"',
      '"Admin","","Inbox","","Ada Bianchi","","ada@example.com","","Regular","No","No","","03/04/2026","11:40 PM","03/05/2026","12:10 AM","00:30:00","0.50","0.00","0.00","03/05/2026"',
      '"Admin","","Later","","Ada Bianchi","","ada@example.com","","Regular","No","No","","03/14/2026","11:40 PM","03/14/2026","11:30 PM","00:30:00","0.50","0.00","0.00","03/14/2026"',
    ),
    rows: both,
    leftOut: 1,
  },
  {
    tracker: 'Harvest',
    name: 'harvest_time_report.csv',
    content: lines(
      'Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,First Name,Last Name,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency,External Reference URL',
      '2026-03-04,Acme,Website,WEB,Design,Review,"1,5",Yes,No,No,Ada,Bianchi,,Yes,"80,0","120,0","0,0","0,0",Euro - EUR,',
      '2026-03-04,,Admin,,,Inbox,"0,5",No,No,No,Ada,Bianchi,,Yes,"0,0","0,0","0,0","0,0",Euro - EUR,',
      '2026-03-05,,Admin,,,Nothing,"0,0",No,No,No,Ada,Bianchi,,Yes,"0,0","0,0","0,0","0,0",Euro - EUR,',
    ),
    rows: ofDay,
    leftOut: 1,
  },
  {
    tracker: 'Kimai',
    name: 'kimai-export.csv',
    content: lines(
      'Data;Da;A;Durata;Valuta;Prezzo;Cliente;Progetto;Attività;Descrizione;Fatturabile;Etichette',
      '2026-03-04;09:30;11:00;1:30;EUR;120;Acme;Website;Design;Review, round 2;1;deep, remote',
      '2026-03-04;23:40;00:10;0:30;EUR;0;;Admin;;Inbox;;',
    ),
    rows: both,
    leftOut: 0,
  },
  {
    tracker: 'solidtime',
    name: 'solidtime-export.zip',
    content: zipSync({
      'meta.json': strToU8('{"version":"1.0"}'),
      'clients.csv': strToU8(lines('id,name,organization_id,archived_at,created_at,updated_at', 'c1,Acme,o1,,,')),
      'projects.csv': strToU8(
        lines(
          'id,name,color,billable_rate,is_public,client_id,organization_id,is_billable,archived_at,created_at,updated_at',
          'p1,Website,#fff,,false,c1,o1,true,,,',
          'p2,Admin,#fff,,false,,o1,false,,,',
        ),
      ),
      'tags.csv': strToU8(lines('id,name,organization_id,created_at,updated_at', 't1,deep,o1,,')),
      'time_entries.csv': strToU8(
        lines(
          'id,description,start,end,billable_rate,billable,type,member_id,user_id,organization_id,client_id,project_id,task_id,tags,is_imported,still_active_email_sent_at,created_at,updated_at',
          'e1,"Review, round 2",2026-03-04T09:30:00Z,2026-03-04T11:00:00Z,,true,work,m1,u1,o1,c1,p1,,"[""t1""]",false,,,',
          'e2,Inbox,2026-03-04T23:40:00Z,2026-03-05T00:10:00Z,,false,work,m1,u1,o1,,p2,,[],false,,,',
          'e3,Lunch,2026-03-04T12:00:00Z,2026-03-04T12:30:00Z,,false,break,m1,u1,o1,,,,[],false,,,',
        ),
      ),
    }),
    rows: both,
    leftOut: 1,
  },
  {
    tracker: 'Super Productivity',
    name: 'super-productivity-backup.json',
    content: JSON.stringify({
      timestamp: 1,
      data: {
        project: { ids: ['p1'], entities: { p1: { id: 'p1', title: 'Acme' } } },
        tag: { ids: ['t1', 'TODAY'], entities: { t1: { title: 'deep' }, TODAY: { title: 'Today' } } },
        task: {
          ids: ['a', 'b'],
          entities: {
            a: {
              id: 'a',
              title: 'Review',
              projectId: 'p1',
              tagIds: ['t1', 'TODAY'],
              subTaskIds: [],
              timeSpentOnDay: { '2026-03-04': 5_400_000 },
            },
            parent: {
              id: 'parent',
              title: 'All',
              projectId: 'p1',
              subTaskIds: ['a2'],
              timeSpentOnDay: { '2026-03-05': 60_000 },
            },
            a2: {
              id: 'a2',
              title: 'Part',
              parentId: 'parent',
              projectId: 'p1',
              timeSpentOnDay: { '2026-03-05': 60_000 },
            },
          },
        },
        archiveYoung: {
          task: {
            ids: ['c'],
            entities: { c: { id: 'c', title: 'Inbox', timeSpentOnDay: { '2026-03-04': 1_800_000, soon: 5 } } },
          },
        },
      },
    }),
    rows: [
      ['Acme', '', 'Review', '2026-03-04', 90],
      ['Acme', '', 'Part', '2026-03-05', 1],
      ['', '', 'Inbox', '2026-03-04', 30],
    ],
    leftOut: 0,
  },
  {
    tracker: 'Super Productivity',
    name: 'tasks2026-03-04.csv',
    content: lines(
      'Date;Start;End;Worked;Titles',
      '2026-03-04;09:30;17:00;1:30;Review; round "2"',
      '2026-03-05; - ; - ;0:30;Inbox',
    ),
    rows: [
      ['', '', 'Review; round "2"', '2026-03-04', 90],
      ['', '', 'Inbox', '2026-03-05', 30],
    ],
    leftOut: 0,
  },
  {
    tracker: 'Tyme',
    name: 'tyme.json',
    content: JSON.stringify({
      data: [
        {
          id: '1',
          project: 'Acme',
          task: 'Design',
          note: 'Review, round 2',
          duration: 90,
          duration_unit: 'm',
          rate: 80,
          sum: 120,
          billing: 'UNBILLED',
          start: '2026-03-04T10:30:00+01:00',
        },
        {
          id: '2',
          project: '',
          task: '',
          note: 'Inbox',
          duration: 0.5,
          duration_unit: 'h',
          billing: 'UNBILLED',
          start: '2026-03-04T23:40:00.000Z',
        },
        {
          id: '3',
          project: '',
          task: '',
          note: 'Back',
          duration: -5,
          duration_unit: 'm',
          start: '2026-03-04T23:40:00Z',
        },
      ],
    }),
    rows: [
      ['Acme', '', 'Review, round 2', '2026-03-04T09:30:00Z', 90],
      ['', '', 'Inbox', '2026-03-04T23:40:00Z', 30],
    ],
    leftOut: 1,
  },
]

/** Event tables in the columns that the data sets publish, with invented rows. */

/** A row of a table: only what is not empty. */
export type EventRow = Readonly<Record<string, string>>;

export const UCDP =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';
export const ACLED_COLUMNS =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function table(columns: string, rows: readonly EventRow[]): string {
  const names = columns.split(',');
  for (const row of rows) {
    for (const name of Object.keys(row)) if (!names.includes(name)) throw new Error(`no column ${name}`);
  }
  return [columns, ...rows.map((row) => names.map((name) => quote(row[name] ?? '')).join(','))].join('\r\n');
}

export const ucdp = (...rows: readonly EventRow[]): string => table(UCDP, rows);
export const acled = (...rows: readonly EventRow[]): string => table(ACLED_COLUMNS, rows);

/** A line of GDELT 2.0: 61 cells by their numbers, tab between them, no quotes. */
export function gdelt(...rows: readonly Readonly<Record<number, string>>[]): string {
  return rows.map((row) => Array.from({ length: 61 }, (_, i) => row[i] ?? '').join('\t')).join('\n');
}

export const UCDP_ROW: EventRow = {
  id: '101',
  relid: 'XAA-1990-1-1-1',
  year: '1990',
  type_of_violence: '1',
  dyad_name: 'Government of Arland - Reed Front',
  side_a: 'Government of Arland',
  side_a_new_id: '11',
  side_b: 'Reed Front',
  side_b_new_id: '22',
  number_of_sources: '2',
  source_article: '"Arland Post,1990-02-03,Shots at Lowford; two hurt";"Radio Reed,1990-02-04,News"',
  where_prec: '1',
  where_coordinates: 'Lowford',
  adm_1: 'North province',
  adm_2: 'Ford district',
  country: 'Arland',
  date_prec: '2',
  date_start: '1990-02-02 00:00:00.000',
  date_end: '1990-02-05 00:00:00.000',
  deaths_a: '1',
  deaths_b: '0',
  deaths_civilians: '2',
  deaths_unknown: '0',
  best: '3',
  high: '7',
  low: '2',
};

export const ACLED_ROW: EventRow = {
  event_id_cnty: 'ARL12',
  event_date: '03 March 2020',
  time_precision: '2',
  event_type: 'Protests',
  sub_event_type: 'Peaceful protest',
  actor1: 'Protesters (Arland)',
  assoc_actor_1: 'Students; Bakers of Lowford',
  country: 'Arland',
  admin1: 'North province',
  location: 'Lowford',
  geo_precision: '1',
  source: 'Arland Post; Radio Reed',
  notes: 'People stood on the bridge.',
  fatalities: '0',
  timestamp: '1585000000',
};

export const GDELT_ROW: Readonly<Record<number, string>> = {
  0: '900001',
  1: '20200303',
  5: 'ARLGOV',
  6: 'ARLAND "GOV',
  15: 'REED',
  16: 'REED FRONT',
  26: '190',
  27: '190',
  28: '19',
  30: '-10.0',
  31: '4',
  32: '2',
  52: 'Lowford, Arland',
  59: '20200304101500',
  60: 'https://news.example.org/a?b=1',
};

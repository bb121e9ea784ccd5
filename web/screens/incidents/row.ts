/** A row as `incident.list` gives it. */
export type Row = {
  id: string;
  key: string;
  title: string | null;
  severity: string | null;
  services?: string | null;
  date?: string | null;
  status: string;
  visibility: string;
  template: string;
  createdAt: string;
};

/** A page of rows. */
export type Page = { items: Row[]; next?: string };

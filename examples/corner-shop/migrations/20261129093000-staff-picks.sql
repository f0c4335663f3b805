create table staff_picks (
  product_id integer primary key references products on delete cascade,
  note text not null check (char_length(note) between 1 and 200),
  picked_at timestamptz not null default now()
);

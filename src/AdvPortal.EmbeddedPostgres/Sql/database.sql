-- Run by a superuser inside the portal's database, once: `create database advportal owner adv_owner` comes before.

create extension if not exists btree_gist;

create extension if not exists pg_trgm;

create extension if not exists unaccent;

alter schema public owner to adv_owner;

revoke all on schema public from public;

grant usage on schema public to adv_app, adv_search;

-- The one permission that needs the database's name: nobody connects but our roles.
do $$ begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to adv_app', current_database());
end $$;

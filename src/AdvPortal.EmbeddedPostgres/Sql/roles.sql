-- Run by a superuser, once per server and again whenever a password changes.
-- psql -v owner_password=… -v app_password=… -f roles.sql

-- Owns the database and migrates it. It inherits nothing, so that the policies of adv_search stay with adv_search.
do $$ begin
    if to_regrole('adv_owner') is null then create role adv_owner; end if;
    if to_regrole('adv_search') is null then create role adv_search; end if;
    if to_regrole('adv_app') is null then create role adv_app; end if;
end $$;

alter role adv_owner login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';

-- Owns the search functions; nobody can sign in as it.
alter role adv_search nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls password null;

-- The portal: owns nothing, bypasses nothing.
alter role adv_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'app_password';

-- So that migrations can hand the search functions over.
grant adv_search to adv_owner;

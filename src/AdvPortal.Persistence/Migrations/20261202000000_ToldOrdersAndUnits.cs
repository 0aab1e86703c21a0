using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdvPortal.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ToldOrdersAndUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_order_told",
                table: "order_documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.DropIndex(
                name: "ix_numbered_units_tenant_id_order_id_line_no_per_place",
                table: "numbered_units");

            migrationBuilder.AddColumn<Guid>(
                name: "line_id",
                table: "numbered_units",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "product_code",
                table: "numbered_units",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            // Forced row security binds the owner too, who has no policy: it is lifted for this one statement. The unit of a line that was given up
            // is of a line that there is not: nothing else is ever given its number.
            migrationBuilder.Sql(
                """
                alter table numbered_units no force row level security;
                alter table order_lines no force row level security;
                update numbered_units u set line_id = coalesce(l.id, u.id), product_code = coalesce(l.product_code, '')
                from numbered_units s left join order_lines l on l.tenant_id = s.tenant_id and l.order_id = s.order_id and l.line_no = s.line_no
                where u.tenant_id = s.tenant_id and u.id = s.id;
                alter table numbered_units force row level security;
                alter table order_lines force row level security;
                """);

            migrationBuilder.AlterColumn<Guid>(
                name: "line_id",
                table: "numbered_units",
                type: "uuid",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "product_code",
                table: "numbered_units",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.DropColumn(
                name: "line_no",
                table: "numbered_units");

            migrationBuilder.CreateIndex(
                name: "ix_numbered_units_goods",
                table: "numbered_units",
                columns: new[] { "tenant_id", "order_id", "line_id", "product_code", "per", "place" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_order_told",
                table: "order_documents");

            migrationBuilder.DropIndex(
                name: "ix_numbered_units_goods",
                table: "numbered_units");

            migrationBuilder.AddColumn<string>(
                name: "line_no",
                table: "numbered_units",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            // Where several units had one number, or the line is no more, the unit's own place in the table tells it apart.
            migrationBuilder.Sql(
                """
                alter table numbered_units no force row level security;
                alter table order_lines no force row level security;
                update numbered_units u set line_no = coalesce(l.line_no, left(replace(u.id::text, '-', ''), 20))
                from numbered_units s left join order_lines l on l.tenant_id = s.tenant_id and l.id = s.line_id and coalesce(l.product_code, '') = s.product_code
                where u.tenant_id = s.tenant_id and u.id = s.id;
                alter table numbered_units force row level security;
                alter table order_lines force row level security;
                """);

            migrationBuilder.AlterColumn<string>(
                name: "line_no",
                table: "numbered_units",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(20)",
                oldMaxLength: 20,
                oldNullable: true);

            migrationBuilder.DropColumn(
                name: "line_id",
                table: "numbered_units");

            migrationBuilder.DropColumn(
                name: "product_code",
                table: "numbered_units");

            migrationBuilder.CreateIndex(
                name: "ix_numbered_units_tenant_id_order_id_line_no_per_place",
                table: "numbered_units",
                columns: new[] { "tenant_id", "order_id", "line_no", "per", "place" },
                unique: true);
        }
    }
}

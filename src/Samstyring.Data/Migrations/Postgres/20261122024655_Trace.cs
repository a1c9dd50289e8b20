using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Samstyring.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Trace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "VisibleTo",
                table: "audit_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "restricted_reads",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    User = table.Column<Guid>(type: "uuid", nullable: true),
                    OnBehalfOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_restricted_reads", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_Event_Number",
                table: "audit_entries",
                columns: new[] { "Event", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_restricted_reads_Type_Key_Number",
                table: "restricted_reads",
                columns: new[] { "Type", "Key", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_restricted_reads_User_Number",
                table: "restricted_reads",
                columns: new[] { "User", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "restricted_reads");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_Event_Number",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "VisibleTo",
                table: "audit_entries");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NetworkWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "network_parts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Network = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Note_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Provenance_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Provenance_Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Case = table.Column<Guid>(type: "uuid", nullable: true),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Starts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Ends = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SignedOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Duty_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Duty_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Duty_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: true),
                    Name_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Holder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Theme = table.Column<int>(type: "integer", nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: true),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_network_parts_networks_Network",
                        column: x => x.Network,
                        principalTable: "networks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_network_parts_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_network_parts_Network_Order",
                table: "network_parts",
                columns: new[] { "Network", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_network_parts_Organisation",
                table: "network_parts",
                column: "Organisation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "network_parts");
        }
    }
}

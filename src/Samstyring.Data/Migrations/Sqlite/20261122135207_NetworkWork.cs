using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Sqlite
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Network = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Starts = table.Column<string>(type: "TEXT", nullable: true),
                    Ends = table.Column<string>(type: "TEXT", nullable: true),
                    Text_En = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    SignedOn = table.Column<string>(type: "TEXT", nullable: true),
                    Duty_En = table.Column<string>(type: "TEXT", nullable: true),
                    Duty_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Duty_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: true),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Holder = table.Column<string>(type: "TEXT", nullable: true),
                    Theme = table.Column<int>(type: "INTEGER", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: true),
                    VisibleTo = table.Column<Guid>(type: "TEXT", nullable: true)
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
